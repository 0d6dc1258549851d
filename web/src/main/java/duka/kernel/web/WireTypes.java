package duka.kernel.web;

import duka.kernel.CurrencyCode;
import duka.kernel.Id;
import duka.kernel.Money;
import duka.kernel.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** How the kernel's values look on the wire, and which texts are not taken from it. */
final class WireTypes {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private WireTypes() {}

    static JacksonModule module() {
        return new SimpleModule("duka-wire")
                .addSerializer(Instant.class, new Millis())
                .addSerializer(Money.class, new Amount())
                .addSerializer(Id.class, ToStringSerializer.instance)
                .addSerializer(Sku.class, ToStringSerializer.instance)
                .addSerializer(CurrencyCode.class, ToStringSerializer.instance)
                .addDeserializer(String.class, new StorableText())
                .addKeyDeserializer(String.class, new StorableKey());
    }

    /** Whether PostgreSQL and UTF-8 can hold it: no NUL, no half of a surrogate pair. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    private static final class Millis extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(MILLIS.format(value));
        }
    }

    private static final class Amount extends ValueSerializer<Money> {
        @Override
        public void serialize(Money value, JsonGenerator out, SerializationContext context) {
            out.writePOJO(MoneyJson.of(value));
        }
    }

    private static final class StorableText extends StdDeserializer<String> {
        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, in);
            }
            String text = in.getString();
            if (!isStorable(text)) {
                return (String) context.handleWeirdStringValue(String.class, "", "a character that is not allowed");
            }
            return text;
        }
    }

    private static final class StorableKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return isStorable(key) ? key : context.handleWeirdKey(String.class, "", "a character that is not allowed");
        }
    }
}
