package duka.shipping.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Where a parcel is; in the order of its way, the one that was called off last. */
public enum ShipmentStatus {
    PREPARING,
    SHIPPED,
    IN_TRANSIT,
    DELIVERED,
    RETURNED,
    CANCELLED;

    /**
     * Forward along the way, returned once it left, cancelled only before. A parcel leaves before anything else happens
     * to it, but not every courier reports the way. Staying is no step.
     */
    public boolean canBecome(ShipmentStatus next) {
        return switch (next) {
            case PREPARING -> false;
            case SHIPPED -> this == PREPARING;
            case IN_TRANSIT -> this == SHIPPED;
            case DELIVERED -> this == SHIPPED || this == IN_TRANSIT;
            case RETURNED -> this == SHIPPED || this == IN_TRANSIT || this == DELIVERED;
            case CANCELLED -> this == PREPARING;
        };
    }

    /** Whether its goods still lie in the shop, so that another parcel may take some. */
    public boolean canBeSplit() {
        return !hasLeft();
    }

    /**
     * Where several parcels of one order are, together: as far as the hindmost. One that was called off counts only if
     * no other is left.
     */
    public static Optional<ShipmentStatus> ofAll(Collection<ShipmentStatus> parcels) {
        return parcels.stream().min(Comparator.naturalOrder());
    }

    /** Whether the parcel has left the shop. */
    public boolean hasLeft() {
        return this != PREPARING && this != CANCELLED;
    }
}
