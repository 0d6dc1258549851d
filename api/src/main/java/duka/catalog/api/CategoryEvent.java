package duka.catalog.api;

import duka.kernel.api.SequencedBy;
import org.jspecify.annotations.Nullable;

/** The life of a category. {@code version} counts its edits and starts at 1. */
public sealed interface CategoryEvent extends SequencedBy {

    CategoryId categoryId();

    long version();

    @Override
    default String sequencedBy() {
        return categoryId().toString();
    }

    record CategoryCreated(
            CategoryId categoryId,
            String name,
            String slug,
            @Nullable CategoryId parentId,
            String description,
            long version)
            implements CategoryEvent {}

    record CategoryRevised(
            CategoryId categoryId,
            String name,
            String slug,
            @Nullable CategoryId parentId,
            String description,
            long version)
            implements CategoryEvent {}

    record CategoryDeleted(CategoryId categoryId, long version) implements CategoryEvent {}
}
