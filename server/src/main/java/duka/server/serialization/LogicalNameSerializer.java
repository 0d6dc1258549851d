package duka.server.serialization;

import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages under their {@link LogicalNames}. A name that nobody knows is an exception: an event that was skipped
 * because its name was lost would be a lie about the past.
 */
public final class LogicalNameSerializer extends Jackson3Serializer {

    /** What the framework itself writes down (tokens, metadata) and the plain values that commands answer. */
    private static final List<String> FOREIGN = List.of("org.axonframework.", "java.lang.", "java.util.", "java.time.");

    private final LogicalNames names;

    public LogicalNameSerializer(LogicalNames names, WireFormat format) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(format::configure));
        this.names = names;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SimpleSerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        String name = type.getName();
        return names.classOf(name).orElseGet(() -> foreign(name));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || Void.TYPE.equals(type) || Void.class.equals(type)) {
            return SimpleSerializedType.emptyType();
        }
        Class<?> stored = type;
        String name =
                names.nameOf(stored).orElseGet(() -> foreign(stored.getName()).getName());
        return new SimpleSerializedType(name, getRevisionResolver().revisionOf(stored));
    }

    private static Class<?> foreign(String name) {
        if (FOREIGN.stream().noneMatch(name::startsWith)) {
            throw new SerializationException("Nothing is known under the name " + name);
        }
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new SerializationException("Nothing is known under the name " + name, e);
        }
    }
}
