package duka.catalog.web;

import duka.catalog.api.CategoryId;
import duka.catalog.api.CategoryView;
import org.jspecify.annotations.Nullable;

/** A category as everybody may read it. */
record CategoryResponse(
        String id,
        String name,
        String slug,
        @Nullable String parentId,
        String description,
        int productCount,
        long version) {

    static CategoryResponse of(CategoryView category) {
        CategoryId parent = category.parentId();
        return new CategoryResponse(
                category.id().toString(),
                category.name(),
                category.slug(),
                parent == null ? null : parent.toString(),
                category.description(),
                category.productCount(),
                category.version());
    }
}
