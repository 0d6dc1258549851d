package duka.inventory.command;

import duka.inventory.api.ReservationId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What orders hold of a SKU, in pieces, and which holds have ended lately. */
record Reservations(Map<UUID, Integer> open, RecentIds ended) {

    static Reservations none() {
        return new Reservations(new HashMap<>(), RecentIds.none());
    }

    /** How many pieces it holds, or {@code null} if it holds none. */
    @Nullable
    Integer heldBy(ReservationId reservation) {
        return open.get(reservation.value());
    }

    boolean hasEnded(ReservationId reservation) {
        return ended.contains(reservation.value());
    }

    void begin(ReservationId reservation, int quantity) {
        open.put(reservation.value(), quantity);
    }

    void end(ReservationId reservation) {
        open.remove(reservation.value());
        ended.remember(reservation.value());
    }
}
