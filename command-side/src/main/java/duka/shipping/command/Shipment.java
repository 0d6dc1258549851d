package duka.shipping.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.kernel.Rejection;
import duka.kernel.command.ExpectedVersion;
import duka.shipping.api.ShipmentCommand.AdvanceShipment;
import duka.shipping.api.ShipmentCommand.AssignCarrier;
import duka.shipping.api.ShipmentCommand.CancelShipment;
import duka.shipping.api.ShipmentCommand.CreateShipment;
import duka.shipping.api.ShipmentCommand.FillShipment;
import duka.shipping.api.ShipmentCommand.Given;
import duka.shipping.api.ShipmentCommand.SplitShipment;
import duka.shipping.api.ShipmentEvent.CarrierAssigned;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentEvent.ShipmentCreated;
import duka.shipping.api.ShipmentEvent.ShipmentFilled;
import duka.shipping.api.ShipmentEvent.ShipmentSplit;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One parcel on its way. Whether it may leave at all, its order decides first. */
@Aggregate(type = "shipping.Shipment", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class Shipment {

    @AggregateIdentifier
    private ShipmentId id;

    private ShipmentCreated created;
    private List<ShipmentItem> items = List.of();
    private ShipmentStatus status;

    /** What went into parcels of its own. */
    private Map<UUID, List<ShipmentItem>> splits = new HashMap<>();

    /** The parcels that what is in it came out of. */
    private Set<UUID> givers = new HashSet<>();

    private @Nullable String carrier;
    private @Nullable String trackingNumber;

    /** What was last said about its way, to tell a repeat from news. */
    private @Nullable Entry latest;

    private boolean restocked;
    private long version;

    @SuppressWarnings("NullAway.Init")
    Shipment() {}

    private record Entry(
            @Nullable String location, @Nullable String note, Instant at) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CreateShipment command) {
        ShipmentCreated wanted =
                new ShipmentCreated(command.shipmentId(), command.orderId(), command.customerId(), command.items(), 1);
        if (version > 0) {
            if (!created.equals(wanted)) {
                throw new Rejection("id_taken", "Another shipment was created under this id.");
            }
            return;
        }
        if (command.items().isEmpty()) {
            throw new Rejection("shipment_empty", "There is nothing in the parcel.");
        }
        if (command.items().stream().anyMatch(item -> item.quantity() < 1)) {
            throw new Rejection("quantity_out_of_range", "A parcel holds at least one piece of what is in it.");
        }
        apply(wanted);
    }

    @EventSourcingHandler
    void evolve(ShipmentCreated event) {
        id = event.shipmentId();
        created = event;
        items = event.items();
        status = ShipmentStatus.PREPARING;
        version = event.version();
    }

    @CommandHandler
    Given decide(SplitShipment command) {
        List<ShipmentItem> known = splits.get(command.into().value());
        if (known != null) {
            return new Given(known);
        }
        List<ShipmentItem> taken = status.canBeSplit() ? Contents.shared(items, command.items()) : List.of();
        if (!taken.isEmpty()) {
            give(taken, command);
        }
        return new Given(taken);
    }

    private void give(List<ShipmentItem> taken, SplitShipment command) {
        List<ShipmentItem> left = Contents.less(items, taken);
        apply(new ShipmentSplit(id, created.orderId(), created.customerId(), command.into(), taken, left, version + 1));
        if (left.isEmpty() && status.canBecome(ShipmentStatus.CANCELLED)) {
            apply(advanced(ShipmentStatus.CANCELLED, null, null, command.at(), false));
        }
    }

    @EventSourcingHandler
    void evolve(ShipmentSplit event) {
        items = event.left();
        splits.put(event.into().value(), event.items());
        version = event.version();
    }

    /** A parcel that nobody is known to have filled was made whole, out of a single other one. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(FillShipment command) {
        List<ShipmentItem> added = command.items();
        if (version == 0) {
            apply(new ShipmentCreated(command.shipmentId(), command.orderId(), command.customerId(), added, 1));
            apply(filled(command.from(), added, added));
        } else if (!givers.isEmpty() && !givers.contains(command.from().value())) {
            apply(filled(command.from(), added, Contents.both(items, added)));
        }
    }

    @EventSourcingHandler
    void evolve(ShipmentFilled event) {
        items = event.items();
        givers.add(event.from().value());
        version = event.version();
    }

    @CommandHandler
    void decide(AssignCarrier command) {
        ExpectedVersion.require(command.expectedVersion(), version);
        boolean known =
                Objects.equals(carrier, command.carrier()) && Objects.equals(trackingNumber, command.trackingNumber());
        if (!known) {
            apply(new CarrierAssigned(id, created.orderId(), command.carrier(), command.trackingNumber(), version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(CarrierAssigned event) {
        carrier = event.carrier();
        trackingNumber = event.trackingNumber();
        version = event.version();
    }

    @CommandHandler
    void decide(AdvanceShipment command) {
        ExpectedVersion.require(command.expectedVersion(), version);
        boolean stays = command.status() == status;
        boolean restocks = command.restock() && command.status() == ShipmentStatus.RETURNED && !restocked;
        if (stays && !restocks && tellsNothingNew(command)) {
            return;
        }
        if (!stays && !status.canBecome(command.status())) {
            throw new Rejection(
                    "illegal_transition",
                    "A parcel does not go this way.",
                    Map.of("from", contractName(status), "to", contractName(command.status())));
        }
        apply(advanced(command.status(), command.location(), command.note(), command.at(), restocks));
    }

    @CommandHandler
    void decide(CancelShipment command) {
        if (status.canBecome(ShipmentStatus.CANCELLED)) {
            apply(advanced(ShipmentStatus.CANCELLED, null, null, command.at(), false));
        }
    }

    @EventSourcingHandler
    void evolve(ShipmentAdvanced event) {
        status = event.status();
        latest = new Entry(event.location(), event.note(), event.at());
        restocked = restocked || event.restock();
        version = event.version();
    }

    private ShipmentFilled filled(ShipmentId from, List<ShipmentItem> added, List<ShipmentItem> all) {
        return new ShipmentFilled(id, created.orderId(), from, added, all, version + 1);
    }

    private boolean tellsNothingNew(AdvanceShipment command) {
        boolean nothing = command.note() == null && command.location() == null;
        return nothing || new Entry(command.location(), command.note(), command.at()).equals(latest);
    }

    private ShipmentAdvanced advanced(
            ShipmentStatus next, @Nullable String location, @Nullable String note, Instant at, boolean restock) {
        return new ShipmentAdvanced(id, created.orderId(), next, location, note, at, restock, items, version + 1);
    }

    private static String contractName(ShipmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
