package duka.shipping.api;

/** Where a parcel is. */
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

    /** Whether the parcel has left the shop. */
    public boolean hasLeft() {
        return this != PREPARING && this != CANCELLED;
    }
}
