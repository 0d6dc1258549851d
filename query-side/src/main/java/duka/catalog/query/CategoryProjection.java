package duka.catalog.query;

import duka.catalog.api.CategoryEvent;
import duka.catalog.api.CategoryEvent.CategoryCreated;
import duka.catalog.api.CategoryEvent.CategoryDeleted;
import duka.catalog.api.CategoryEvent.CategoryRevised;
import duka.catalog.api.CategoryId;
import duka.kernel.query.Stamps;
import duka.kernel.query.Stamps.Topic;
import duka.kernel.query.StorableText;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code read.category}: few rows that seldom change, written as they come. */
@Component
@ProcessingGroup("read.catalogue")
class CategoryProjection {

    private final JdbcClient database;
    private final Stamps stamps;

    CategoryProjection(JdbcClient database, Stamps stamps) {
        this.database = database;
        this.stamps = stamps;
    }

    @EventHandler
    void on(CategoryEvent event) {
        stamps.change(Topic.CATEGORIES);
        stamps.change(Topic.SHELVES);
        switch (event) {
            case CategoryCreated created ->
                store(
                        created.categoryId(),
                        created.name(),
                        created.slug(),
                        created.parentId(),
                        created.description(),
                        created.version());
            case CategoryRevised revised ->
                store(
                        revised.categoryId(),
                        revised.name(),
                        revised.slug(),
                        revised.parentId(),
                        revised.description(),
                        revised.version());
            case CategoryDeleted deleted ->
                database.sql("DELETE FROM read.category WHERE id = ?")
                        .param(deleted.categoryId().value())
                        .update();
        }
    }

    private void store(
            CategoryId id, String name, String slug, @Nullable CategoryId parent, String description, long version) {
        database.sql("""
                        INSERT INTO read.category (id, name, slug, parent_id, description, version)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                        SET name = excluded.name, slug = excluded.slug, parent_id = excluded.parent_id,
                            description = excluded.description, version = excluded.version""")
                .param(1, id.value())
                .param(2, StorableText.of(name))
                .param(3, StorableText.of(slug))
                .param(4, parent == null ? null : parent.value())
                .param(5, StorableText.of(description))
                .param(6, version)
                .update();
    }
}
