package duka.server.serialization;

import duka.inventory.api.StockItemId;
import duka.kernel.CurrencyCode;
import duka.kernel.Id;
import duka.kernel.Money;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.Sku;
import duka.ordering.api.OrderNumber;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One value of any record of the api, with every field filled: how golden files come to be. */
final class Samples {

    private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(int.class, 3),
            Map.entry(Integer.class, 3),
            Map.entry(long.class, 3L),
            Map.entry(Long.class, 3L),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(UUID.class, ID),
            Map.entry(Instant.class, Instant.parse("2026-11-23T09:00:00.120Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-11-23")),
            Map.entry(Duration.class, Duration.ofMinutes(15)),
            Map.entry(Money.class, Money.ofMajor(1_499, CurrencyCode.KES)),
            Map.entry(CurrencyCode.class, CurrencyCode.KES),
            Map.entry(Sku.class, new Sku("Mug-1")),
            Map.entry(StockItemId.class, StockItemId.of(new Sku("Mug-1"))),
            Map.entry(PhoneNumber.class, new PhoneNumber("+254712345678")),
            Map.entry(OrderNumber.class, new OrderNumber("D-7K3M9QXA")),
            Map.entry(Personal.class, Personal.of(new PersonId(ID), "Wanjiku Kamau")));

    private Samples() {}

    static Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (PLAIN.containsKey(raw)) {
            return PLAIN.get(raw);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isSealed()) {
            return of(raw.getPermittedSubclasses()[0]);
        }
        if (raw.isRecord()) {
            return record(raw);
        }
        throw new IllegalArgumentException("No sample of " + type);
    }

    private static Object container(ParameterizedType generic) {
        Type[] of = generic.getActualTypeArguments();
        Class<?> raw = (Class<?>) generic.getRawType();
        if (raw == List.class) {
            return List.of(of(of[0]));
        }
        if (raw == Set.class) {
            return Set.of(of(of[0]));
        }
        if (raw == Map.class) {
            return Map.of(of(of[0]), of(of[1]));
        }
        throw new IllegalArgumentException("No sample of " + generic);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Id.class.isAssignableFrom(type)
                ? new Object[] {ID}
                : Arrays.stream(components)
                        .map(component -> of(component.getGenericType()))
                        .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No sample of " + type, e);
        }
    }
}
