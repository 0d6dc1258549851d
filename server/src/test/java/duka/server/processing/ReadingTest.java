package duka.server.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.catalog.api.CategoryCommand.CreateCategory;
import duka.catalog.api.CategoryCommand.ReviseCategory;
import duka.catalog.api.CategoryId;
import duka.catalog.api.ProductId;
import duka.inventory.api.StockCommand.OpenStockItem;
import duka.inventory.api.StockItemId;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import duka.kernel.web.Commands;
import duka.server.testing.ShopTest;
import duka.server.testing.StubbornReader;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a command to whoever reads what it did, over the real store. */
@ShopTest
class ReadingTest {

    @Autowired
    Commands commands;

    @Autowired
    StubbornReader reader;

    @Autowired
    Completeness completeness;

    @Autowired
    Readers readers;

    @Autowired
    Cache aggregates;

    @Autowired
    JdbcClient database;

    private final CategoryId category = new CategoryId(Uuids.mint(Clock.systemUTC()));
    private String name;

    @BeforeEach
    void aNameOfItsOwn() {
        name = "Kitchen " + category;
    }

    @Test
    void what_a_command_did_can_be_read_when_it_answers() {
        assertThat(create(category, name).visible()).isTrue();
        assertThat(reader.names()).contains(name);
    }

    @Test
    void an_event_that_was_set_aside_is_never_told_as_readable() {
        assertThat(create(category, StubbornReader.POISON + category).visible()).isFalse();
        assertThat(database.sql("""
                                SELECT count(*) FROM process.dead_letter_entry
                                WHERE processing_group = 'read.stubborn' AND aggregate_identifier = ?""")
                        .param(category.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        CategoryId healthy = new CategoryId(Uuids.mint(Clock.systemUTC()));
        assertThat(create(healthy, name).visible()).isTrue();
    }

    @Test
    void who_was_slower_than_another_process_reads_again_and_decides_by_that() {
        create(category, name);
        CategoryId other = new CategoryId(Uuids.mint(Clock.systemUTC()));
        create(other, name + " too");
        revise(other, "By another process");
        int copied = database.sql("""
                        INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                                                         payload_type, payload_revision, payload, meta_data, time_stamp)
                        SELECT ?, ?, sequence_number, type, payload_type, payload_revision, payload, meta_data, time_stamp
                        FROM events.domain_event WHERE aggregate_identifier = ? AND sequence_number = 1""")
                .params(UUID.randomUUID().toString(), category.toString(), other.toString())
                .update();
        assertThat(copied).isEqualTo(1);
        revise(category, "By this process");
        assertThat(database.sql("SELECT max(sequence_number) FROM events.domain_event WHERE aggregate_identifier = ?")
                        .param(category.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_long_life_is_read_from_its_snapshot() {
        create(category, name);
        IntStream.rangeClosed(1, 105).forEach(n -> revise(category, name + " " + n));
        await().until(() -> database.sql("SELECT count(*) FROM events.snapshot WHERE aggregate_identifier = ?")
                        .param(category.toString())
                        .query(Integer.class)
                        .single()
                == 1);
        aggregates.removeAll();
        revise(category, "After the snapshot");
    }

    @Test
    void what_the_readers_took_is_what_the_store_has_for_them() {
        create(category, name);
        openStock();
        await().untilAsserted(() -> {
            completeness.check();
            assertThat(completeness.differences())
                    .containsKeys("read.stubborn", "read.catalogue", "read.sale", "checkout.saga")
                    .allSatisfy((group, difference) -> assertThat(difference).isZero());
        });
        forget(1);
        completeness.check();
        assertThat(completeness.differences().get("read.stubborn")).isEqualTo(1);
        forget(-1);
        completeness.check();
        assertThat(completeness.differences().get("read.stubborn")).isZero();
    }

    @Test
    void all_readers_are_well_and_come_to_the_end() {
        create(category, name);
        await().untilAsserted(() -> assertThat(readers.all()).isNotEmpty().allSatisfy(reader -> {
            assertThat(reader.isWell()).isTrue();
            assertThat(reader.lag()).isZero();
        }));
    }

    private void forget(int events) {
        database.sql("""
                        UPDATE process.group_progress SET events = events - ?
                        WHERE processor = 'read.stubborn'
                          AND segment = (SELECT min(segment) FROM process.group_progress WHERE processor = 'read.stubborn')""").param(events).update();
    }

    private Commands.Answer<Object> create(CategoryId id, String named) {
        return commands.send(new CreateCategory(id, named, "slug-" + id, null, ""));
    }

    private void openStock() {
        ProductId product = new ProductId(Uuids.mint(Clock.systemUTC()));
        Sku sku = new Sku("SKU-" + product.value().getLeastSignificantBits());
        commands.send(new OpenStockItem(StockItemId.of(sku), sku, product, 5));
    }

    private void revise(CategoryId id, String named) {
        commands.send(new ReviseCategory(id, named, "slug-" + id, null, "", List.of(), null));
    }
}
