package duka.catalog.web;

import duka.catalog.api.CatalogQuery.Categories;
import duka.catalog.api.CatalogQuery.FindCategory;
import duka.catalog.api.CatalogQuery.FindCategoryPath;
import duka.catalog.api.CatalogQuery.FindProducts;
import duka.catalog.api.CatalogQuery.ListCategories;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.CategoryCommand.CreateCategory;
import duka.catalog.api.CategoryCommand.DeleteCategory;
import duka.catalog.api.CategoryCommand.ReviseCategory;
import duka.catalog.api.CategoryId;
import duka.catalog.api.CategoryView;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.IfMatch;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Queries;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes categories: claims what must be unique, then sends the command. */
@Component
class CategoryEditor {

    private static final int PAGE = 100;

    private final Queries queries;
    private final Commands commands;
    private final SlugClaims slugs;

    CategoryEditor(Queries queries, Commands commands, SlugClaims slugs) {
        this.queries = queries;
        this.commands = commands;
        this.slugs = slugs;
    }

    CategoryView existing(String idOrSlug) {
        return queries.ask(new FindCategory(idOrSlug), Categories.class).results().stream()
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("category"));
    }

    Answer<Object> create(CategoryId id, CategoryRequest request) {
        CategoryId parent = parent(request.parentId());
        String slug = slugs.category(id, request.slug(), request.name());
        try {
            return commands.send(
                    new CreateCategory(id, request.name().strip(), slug, parent, request.descriptionOrNone()));
        } catch (Rejection refused) {
            slugs.releaseCategory(id, slug);
            throw refused;
        }
    }

    Answer<Object> revise(CategoryView category, CategoryRequest request, IfMatch ifMatch) {
        ifMatch.check(category.version());
        CategoryId id = category.id();
        CategoryId parent = parent(request.parentId());
        String slug = request.slug() == null ? category.slug() : slugs.category(id, request.slug(), request.name());
        boolean renamed = !slug.equals(category.slug());
        try {
            Answer<Object> answer = commands.send(new ReviseCategory(
                    id,
                    request.name().strip(),
                    slug,
                    parent,
                    request.descriptionOrNone(),
                    parent == null ? List.of() : pathOf(parent),
                    ifMatch.version()));
            if (renamed) {
                slugs.releaseCategory(id, category.slug());
            }
            return answer;
        } catch (Rejection refused) {
            if (renamed) {
                slugs.releaseCategory(id, slug);
            }
            throw refused;
        }
    }

    Answer<Object> delete(CategoryView category, IfMatch ifMatch) {
        ifMatch.check(category.version());
        Answer<Object> answer =
                commands.send(new DeleteCategory(category.id(), contentOf(category), ifMatch.version()));
        slugs.releaseCategory(category.id(), category.slug());
        return answer;
    }

    /** The category that a request names by its id, or none; an unknown one is the caller's mistake. */
    @Nullable
    CategoryId parent(@Nullable String written) {
        return named(written, "parent_id");
    }

    @Nullable
    CategoryId named(@Nullable String written, String field) {
        if (written == null) {
            return null;
        }
        return Uuids.parse(written)
                .flatMap(id -> queries.ask(new FindCategory(id.toString()), Categories.class).results().stream()
                        .findFirst())
                .map(CategoryView::id)
                .orElseThrow(() -> InvalidInput.field(field, "category_not_found", "There is no such category."));
    }

    private List<CategoryId> pathOf(CategoryId id) {
        return queries.ask(new FindCategoryPath(id), Categories.class).results().stream()
                .map(CategoryView::id)
                .toList();
    }

    private int contentOf(CategoryView category) {
        FindProducts inside = new FindProducts(
                null, category.id().toString(), null, null, false, null, null, false, true, new PageRequest(1, 1));
        long products = queries.ask(inside, Products.class).count();
        return Math.toIntExact(products + childrenOf(category.id()));
    }

    private long childrenOf(CategoryId id) {
        long children = 0;
        for (int page = 1; ; page++) {
            Categories found = queries.ask(new ListCategories(new PageRequest(page, PAGE)), Categories.class);
            children += found.results().stream()
                    .filter(category -> id.equals(category.parentId()))
                    .count();
            if ((long) page * PAGE >= found.count()) {
                return children;
            }
        }
    }
}
