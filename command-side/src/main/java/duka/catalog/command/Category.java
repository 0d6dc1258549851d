package duka.catalog.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.catalog.api.CategoryCommand.CreateCategory;
import duka.catalog.api.CategoryCommand.DeleteCategory;
import duka.catalog.api.CategoryCommand.ReviseCategory;
import duka.catalog.api.CategoryEvent.CategoryCreated;
import duka.catalog.api.CategoryEvent.CategoryDeleted;
import duka.catalog.api.CategoryEvent.CategoryRevised;
import duka.catalog.api.CategoryId;
import duka.kernel.Rejection;
import duka.kernel.command.ExpectedVersion;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree under which products hang. It knows its own parent alone; who stands above that one, and what is
 * in it, the caller has to tell.
 */
@Aggregate(type = "catalog.Category", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class Category {

    @AggregateIdentifier
    private CategoryId id;

    /** As it began, to tell a repeat from another category. */
    private Content created;

    private Content content;
    private boolean deleted;
    private long version;

    @SuppressWarnings("NullAway.Init")
    Category() {}

    private record Content(
            String name, String slug, @Nullable CategoryId parentId, String description) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CreateCategory command) {
        if (version > 0) {
            Content wanted = new Content(command.name(), command.slug(), command.parentId(), command.description());
            if (!created.equals(wanted)) {
                throw new Rejection("id_taken", "Another category was created under this id.");
            }
            return;
        }
        if (command.categoryId().equals(command.parentId())) {
            throw cycle();
        }
        apply(new CategoryCreated(
                command.categoryId(), command.name(), command.slug(), command.parentId(), command.description(), 1));
    }

    @EventSourcingHandler
    void evolve(CategoryCreated event) {
        id = event.categoryId();
        created = new Content(event.name(), event.slug(), event.parentId(), event.description());
        content = created;
        version = event.version();
    }

    @CommandHandler
    void decide(ReviseCategory command) {
        if (deleted) {
            throw Rejection.notFound("category");
        }
        ExpectedVersion.require(command.expectedVersion(), version);
        if (id.equals(command.parentId()) || command.ancestors().contains(id)) {
            throw cycle();
        }
        Content wanted = new Content(command.name(), command.slug(), command.parentId(), command.description());
        if (!content.equals(wanted)) {
            apply(new CategoryRevised(
                    id, command.name(), command.slug(), command.parentId(), command.description(), version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(CategoryRevised event) {
        content = new Content(event.name(), event.slug(), event.parentId(), event.description());
        version = event.version();
    }

    @CommandHandler
    void decide(DeleteCategory command) {
        if (deleted) {
            return;
        }
        ExpectedVersion.require(command.expectedVersion(), version);
        if (command.content() > 0) {
            throw new Rejection(
                    "category_not_empty", "Something is still in the category.", Map.of("content", command.content()));
        }
        apply(new CategoryDeleted(id, version + 1));
    }

    @EventSourcingHandler
    void evolve(CategoryDeleted event) {
        deleted = true;
        version = event.version();
    }

    private static Rejection cycle() {
        return new Rejection("category_cycle", "A category cannot stand below itself.");
    }
}
