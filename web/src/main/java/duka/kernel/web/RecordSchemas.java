package duka.kernel.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of every record which of its fields are always there: all that are not marked {@link Nullable}. */
final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> kind = raw(type.getType());
        if (schema != null && kind != null && kind.isRecord()) {
            String reference = schema.get$ref();
            Schema<?> own = reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
            mark(kind, own);
        }
        return schema;
    }

    private static void mark(Class<?> kind, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        Map<?, ?> properties = schema.getProperties();
        for (RecordComponent component : kind.getRecordComponents()) {
            String name = FieldNames.snake(component.getName());
            boolean written = properties.containsKey(name)
                    && (schema.getRequired() == null || !schema.getRequired().contains(name));
            if (written && !isNullable(component)) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType() == Nullable.class);
    }

    private static @Nullable Class<?> raw(Type type) {
        if (type instanceof Class<?> kind) {
            return kind;
        }
        return type instanceof JavaType jackson ? jackson.getRawClass() : null;
    }
}
