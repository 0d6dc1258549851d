package duka.catalog.api;

import org.jspecify.annotations.Nullable;

/** A category as it is shown; {@code productCount} includes what is below it. */
public record CategoryView(
        CategoryId id,
        String name,
        String slug,
        @Nullable CategoryId parentId,
        String description,
        int productCount,
        long version) {}
