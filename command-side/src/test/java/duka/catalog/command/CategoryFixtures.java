package duka.catalog.command;

import duka.catalog.api.CategoryCommand.CreateCategory;
import duka.catalog.api.CategoryCommand.ReviseCategory;
import duka.catalog.api.CategoryEvent.CategoryCreated;
import duka.catalog.api.CategoryEvent.CategoryDeleted;
import duka.catalog.api.CategoryEvent.CategoryRevised;
import duka.catalog.api.CategoryId;
import java.util.List;
import java.util.UUID;

/** The kitchen, which stands below the home. */
final class CategoryFixtures {

    static final CategoryId KITCHEN = category(1);
    static final CategoryId HOME = category(2);

    private CategoryFixtures() {}

    static CategoryId category(int n) {
        return new CategoryId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L + n));
    }

    static CreateCategory create(String name, CategoryId parent) {
        return new CreateCategory(KITCHEN, name, "kitchen", parent, "Pots and pans");
    }

    /** @param ancestors the parent first, up to the root */
    static ReviseCategory revise(String name, Long expectedVersion, List<CategoryId> ancestors) {
        CategoryId parent = ancestors.isEmpty() ? null : ancestors.getFirst();
        return new ReviseCategory(KITCHEN, name, "kitchen", parent, "Pots and pans", ancestors, expectedVersion);
    }

    static CategoryCreated created() {
        return new CategoryCreated(KITCHEN, "Kitchen", "kitchen", HOME, "Pots and pans", 1);
    }

    static CategoryRevised revised(String name, CategoryId parent, long version) {
        return new CategoryRevised(KITCHEN, name, "kitchen", parent, "Pots and pans", version);
    }

    static CategoryDeleted deleted(long version) {
        return new CategoryDeleted(KITCHEN, version);
    }
}
