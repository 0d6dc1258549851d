package duka.server.serialization;

import duka.kernel.Id;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/** Every kind of {@link Id} is written as its UUID. */
final class IdModule extends SimpleModule {

    IdModule() {
        super("duka-ids");
        addSerializer(Id.class, new Writer());
        setDeserializers(new Readers());
    }

    private static final class Writer extends ValueSerializer<Id> {

        @Override
        public void serialize(Id id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value().toString());
        }
    }

    private static final class Readers extends SimpleDeserializers {

        @Override
        @SuppressWarnings("rawtypes")
        public ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Class<?> raw = type.getRawClass();
            if (Id.class.isAssignableFrom(raw) && raw.isRecord()) {
                return new Reader(raw);
            }
            return super.findBeanDeserializer(type, config, description);
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return (Id.class.isAssignableFrom(type) && type.isRecord()) || super.hasDeserializerFor(config, type);
        }
    }

    private static final class Reader extends ValueDeserializer<Id> {

        private final MethodHandle constructor;

        Reader(Class<?> type) {
            try {
                constructor = MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, UUID.class))
                        .asType(MethodType.methodType(Id.class, UUID.class));
            } catch (NoSuchMethodException | IllegalAccessException e) {
                throw new IllegalStateException(type + " is no identity of one UUID", e);
            }
        }

        @Override
        public Id deserialize(JsonParser json, DeserializationContext context) {
            UUID value = UUID.fromString(json.getValueAsString(""));
            try {
                return (Id) constructor.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
