package duka.kernel.web;

import duka.kernel.Id;
import duka.kernel.Uuids;
import java.lang.reflect.Constructor;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Lets controllers take ids of the kernel's kinds from paths and parameters. */
final class TypedIds implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Id.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        return Id.class.isAssignableFrom(target.getType());
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        if (source == null) {
            return null;
        }
        UUID value = Uuids.parse((String) source).orElseThrow(() -> new IllegalArgumentException("Not a UUID"));
        try {
            Constructor<?> constructor = to.getType().getConstructor(UUID.class);
            return constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An id is a record over a UUID: " + to.getType(), e);
        }
    }
}
