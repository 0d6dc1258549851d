package duka.kernel.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Says of every record which of its fields are always there, and that those marked {@link Nullable} may be null. */
final class RecordSchemas implements ModelConverter {

    private static final String NULL = "null";

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
        for (RecordComponent component : kind.getRecordComponents()) {
            String name = FieldNames.snake(component.getName());
            Schema<?> property = schema.getProperties().get(name);
            if (property != null && isNullable(component)) {
                schema.getProperties().put(name, orNull(property));
            } else if (property != null
                    && (schema.getRequired() == null || !schema.getRequired().contains(name))) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<Object> nothing = new JsonSchema();
            nothing.addType(NULL);
            return new JsonSchema().addAnyOfItem(property).addAnyOfItem(nothing);
        }
        if (property.getTypes() != null) {
            property.addType(NULL);
        }
        return property;
    }

    private static boolean isNullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType() == Nullable.class);
    }

    private static @Nullable Class<?> raw(Type type) {
        if (type instanceof Class<?> kind) {
            return kind;
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof JavaType jackson ? jackson.getRawClass() : null;
    }
}
