package duka.kernel.query;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import duka.kernel.CurrencyCode;
import duka.kernel.Id;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import duka.ordering.api.OrderNumber;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/** The stored form of views for tests: as the server writes it, with a seal that hides and does not protect. */
final class StoredForm {

    private StoredForm() {}

    static JsonMapper mapper() {
        SimpleModule module = new SimpleModule();
        text(module, Sku.class, Sku::code, Sku::new);
        text(module, CurrencyCode.class, CurrencyCode::code, CurrencyCode::new);
        text(module, OrderNumber.class, OrderNumber::value, OrderNumber::new);
        text(module, Id.class, id -> id.value().toString(), null);
        module.addSerializer(Personal.class, new Seal());
        module.addDeserializer(Personal.class, new Unseal());
        SimpleModule ids = new SimpleModule("ids");
        ids.setDeserializers(new Ids());
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .addModule(ids)
                .addModule(module)
                .build();
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        });
        if (read != null) {
            module.addDeserializer(type, new ValueDeserializer<T>() {
                @Override
                public T deserialize(JsonParser json, DeserializationContext context) {
                    return read.apply(json.getValueAsString(""));
                }
            });
        }
    }

    private static final class Seal extends ValueSerializer<Personal> {
        @Override
        public void serialize(Personal personal, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("person", personal.owner().toString());
            json.writeStringProperty(
                    "sealed",
                    personal.reveal()
                            .map(value -> Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))
                            .orElse(null));
            json.writeEndObject();
        }
    }

    private static final class Unseal extends ValueDeserializer<Personal> {
        @Override
        public Personal deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            PersonId person = new PersonId(UUID.fromString(node.path("person").asString()));
            JsonNode sealed = node.path("sealed");
            return new Personal(
                    person,
                    sealed.isString()
                            ? new String(Base64.getDecoder().decode(sealed.asString()), StandardCharsets.UTF_8)
                            : null);
        }
    }

    private static final class Ids extends SimpleDeserializers {
        @Override
        public ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Class<?> raw = type.getRawClass();
            if (!Id.class.isAssignableFrom(raw)) {
                return super.findBeanDeserializer(type, config, description);
            }
            return new ValueDeserializer<Object>() {
                @Override
                public Object deserialize(JsonParser json, DeserializationContext context) {
                    try {
                        return raw.getConstructor(UUID.class).newInstance(UUID.fromString(json.getValueAsString("")));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }
}
