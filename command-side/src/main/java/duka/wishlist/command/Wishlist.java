package duka.wishlist.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.Rejection;
import duka.wishlist.api.WishlistCommand.AddWish;
import duka.wishlist.api.WishlistCommand.RemoveWish;
import duka.wishlist.api.WishlistEvent.WishAdded;
import duka.wishlist.api.WishlistEvent.WishRemoved;
import duka.wishlist.api.WishlistId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** What a customer means to come back to. */
@Aggregate(type = "wishlist.Wishlist", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class Wishlist {

    private static final int MOST_WISHES = 500;

    @AggregateIdentifier
    private WishlistId id;

    private AccountId customerId;
    private Set<ProductId> wishes = new HashSet<>();
    private long version;

    @SuppressWarnings("NullAway.Init")
    Wishlist() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AddWish command) {
        if (wishes.contains(command.productId())) {
            return;
        }
        if (wishes.size() >= MOST_WISHES) {
            throw new Rejection(
                    "wishlist_full", "A wish list holds " + MOST_WISHES + " products.", Map.of("max", MOST_WISHES));
        }
        apply(new WishAdded(command.wishlistId(), command.customerId(), command.productId(), version + 1));
    }

    @EventSourcingHandler
    void evolve(WishAdded event) {
        id = event.wishlistId();
        customerId = event.customerId();
        wishes.add(event.productId());
        version = event.version();
    }

    /** Also of a list that nobody used yet: there is nothing to take off. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RemoveWish command) {
        if (wishes.contains(command.productId())) {
            apply(new WishRemoved(id, customerId, command.productId(), version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(WishRemoved event) {
        wishes.remove(event.productId());
        version = event.version();
    }
}
