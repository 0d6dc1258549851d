package duka.catalog.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a shop may ask of a category. {@code expectedVersion} is what the caller last read, if it says so. */
public sealed interface CategoryCommand {

    CategoryId categoryId();

    /** The slug is claimed for this category before it is sent. */
    record CreateCategory(
            @TargetAggregateIdentifier CategoryId categoryId,
            String name,
            String slug,
            @Nullable CategoryId parentId,
            String description)
            implements CategoryCommand {}

    /**
     * Refused with {@code category_cycle} when the category would stand below itself.
     *
     * @param ancestors the new parent's own line of parents, the parent itself included
     */
    record ReviseCategory(
            @TargetAggregateIdentifier CategoryId categoryId,
            String name,
            String slug,
            @Nullable CategoryId parentId,
            String description,
            List<CategoryId> ancestors,
            @Nullable Long expectedVersion)
            implements CategoryCommand {}

    /**
     * Refused with {@code category_not_empty} while something is in it.
     *
     * @param content how many products and categories the caller found directly in it
     */
    record DeleteCategory(
            @TargetAggregateIdentifier CategoryId categoryId,
            int content,
            @Nullable Long expectedVersion) implements CategoryCommand {}
}
