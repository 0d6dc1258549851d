package duka.server.serialization;

import duka.kernel.PersonId;
import duka.kernel.Personal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** {@link Personal} as JSON: {@code {"person":"<uuid>","sealed":"<base64>"}}; {@code sealed} is null once erased. */
final class PersonalJson {

    private static final String PERSON = "person";
    private static final String SEALED = "sealed";

    private PersonalJson() {}

    static final class Writer extends ValueSerializer<Personal> {

        private final Sealer sealer;

        Writer(Sealer sealer) {
            this.sealer = sealer;
        }

        @Override
        public void serialize(Personal personal, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty(PERSON, personal.owner().toString());
            String sealed = sealed(personal);
            if (sealed == null) {
                json.writeNullProperty(SEALED);
            } else {
                json.writeStringProperty(SEALED, sealed);
            }
            json.writeEndObject();
        }

        /** What comes late about an erased person, such as money, is written down without what tells about them. */
        private @Nullable String sealed(Personal personal) {
            String value = personal.value();
            try {
                return value == null ? null : sealer.seal(personal.owner(), value);
            } catch (ErasedPerson e) {
                return null;
            }
        }
    }

    static final class Reader extends ValueDeserializer<Personal> {

        private final Sealer sealer;

        Reader(Sealer sealer) {
            this.sealer = sealer;
        }

        @Override
        public Personal deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            PersonId person = new PersonId(UUID.fromString(node.path(PERSON).asString()));
            JsonNode sealed = node.path(SEALED);
            @Nullable String value = sealed.isString() ? sealer.open(person, sealed.asString()) : null;
            return new Personal(person, value);
        }
    }
}
