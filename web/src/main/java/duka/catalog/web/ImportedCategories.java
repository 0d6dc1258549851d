package duka.catalog.web;

import duka.catalog.api.CatalogQuery.Categories;
import duka.catalog.api.CatalogQuery.ListCategories;
import duka.catalog.api.CategoryCommand.CreateCategory;
import duka.catalog.api.CategoryId;
import duka.catalog.api.CategoryView;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Queries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the categories that a sheet names by their path, and makes those that are not there. */
@Component
class ImportedCategories {

    private static final Pattern STEP = Pattern.compile("\\s*>\\s*");
    private static final int PAGE = 100;

    private final Queries queries;
    private final SilentCommands commands;
    private final SlugClaims slugs;

    ImportedCategories(Queries queries, SilentCommands commands, SlugClaims slugs) {
        this.queries = queries;
        this.commands = commands;
        this.slugs = slugs;
    }

    /** The shop's categories by the names on their path. Used by one thread at a time for writing. */
    static final class Tree {

        private final UUID job;
        private final String actor;
        private final Map<String, CategoryId> byPath = new HashMap<>();

        private Tree(UUID job, String actor) {
            this.job = job;
            this.actor = actor;
        }

        /** @return {@code null} for a product without a category */
        @Nullable
        CategoryId find(String path) {
            return byPath.get(key(steps(path)));
        }
    }

    Tree load(UUID job, String actor) {
        Tree tree = new Tree(job, actor);
        Map<CategoryId, CategoryView> all = new HashMap<>();
        for (int page = 1; ; page++) {
            Categories found = queries.ask(new ListCategories(new PageRequest(page, PAGE)), Categories.class);
            found.results().forEach(category -> all.put(category.id(), category));
            if ((long) page * PAGE >= found.count()) {
                break;
            }
        }
        all.values().forEach(category -> tree.byPath.putIfAbsent(key(names(category, all)), category.id()));
        return tree;
    }

    void ensure(Tree tree, String path) {
        List<String> steps = steps(path);
        CategoryId parent = null;
        for (int depth = 1; depth <= steps.size(); depth++) {
            List<String> names = steps.subList(0, depth);
            CategoryId known = tree.byPath.get(key(names));
            parent = known == null ? make(tree, names, parent) : known;
        }
    }

    private CategoryId make(Tree tree, List<String> names, @Nullable CategoryId parent) {
        CategoryId id = new CategoryId(Uuids.derive(tree.job, "category:" + key(names)));
        String slug = slugs.category(id, null, names.getLast());
        commands.send(tree.actor, tree.job, new CreateCategory(id, names.getLast(), slug, parent, ""));
        tree.byPath.put(key(names), id);
        return id;
    }

    private static List<String> names(CategoryView category, Map<CategoryId, CategoryView> all) {
        List<String> names = new ArrayList<>();
        for (CategoryView step = category; step != null && names.size() <= all.size(); ) {
            names.addFirst(step.name());
            step = step.parentId() == null ? null : all.get(step.parentId());
        }
        return names;
    }

    private static List<String> steps(String path) {
        return STEP.splitAsStream(path.strip()).filter(step -> !step.isEmpty()).toList();
    }

    private static String key(List<String> names) {
        return String.join(" > ", names).toLowerCase(Locale.ROOT);
    }
}
