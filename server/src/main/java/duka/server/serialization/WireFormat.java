package duka.server.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import duka.inventory.api.StockItemId;
import duka.kernel.CurrencyCode;
import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.Sku;
import duka.ordering.api.OrderNumber;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one JSON of everything that is stored or sent between processes: fields in snake_case, identities and codes as
 * plain text, instants in UTC with milliseconds, and {@link Personal} values sealed.
 */
public final class WireFormat {

    private final Sealer sealer;

    public WireFormat(Sealer sealer) {
        this.sealer = sealer;
    }

    /** A mapper of this form, for read models and due work. */
    public JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        configure(builder);
        return builder.build();
    }

    void configure(JsonMapper.Builder builder) {
        builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("duka.")
                        .allowIfSubType("java.util.")
                        .build())
                .addModule(new IdModule())
                .addModule(module());
    }

    private SimpleModule module() {
        SimpleModule module = new SimpleModule("duka");
        text(module, Sku.class, Sku::code, Sku::new);
        text(module, PhoneNumber.class, PhoneNumber::e164, PhoneNumber::new);
        text(module, CurrencyCode.class, CurrencyCode::code, CurrencyCode::new);
        text(module, OrderNumber.class, OrderNumber::value, OrderNumber::new);
        text(module, StockItemId.class, StockItemId::value, StockItemId::new);
        text(module, Instant.class, Instants::write, Instants::read);
        module.addSerializer(Personal.class, new PersonalJson.Writer(sealer));
        module.addDeserializer(Personal.class, new PersonalJson.Reader(sealer));
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(json.getValueAsString(""));
            }
        });
    }
}
