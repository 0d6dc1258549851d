package duka.catalog.web;

import duka.catalog.api.CategoryView;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What staff say about a category.
 *
 * @param slug made from the name when absent
 */
record CategoryRequest(
        @NotBlank @Size(max = 120) String name,

        @Nullable @Pattern(regexp = Slugs.PATTERN) @Size(max = Slugs.MAX_LENGTH)
        String slug,

        @Nullable String parentId,
        @Nullable @Size(max = 5_000) String description) {

    /** What a partial change begins with. */
    static CategoryRequest of(CategoryView category) {
        CategoryResponse now = CategoryResponse.of(category);
        return new CategoryRequest(now.name(), now.slug(), now.parentId(), now.description());
    }

    String descriptionOrNone() {
        return description == null ? "" : description;
    }
}
