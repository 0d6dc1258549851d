package duka.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.harness.Checker.Verdict;
import duka.harness.Violation.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Would the checker know? A shop sells and is found without fault. Then, one at a time and each undone, what a bug would
 * have left in the shop's tables, in the journal or in M-Pesa's ledger; and the checker must name it.
 */
class PlantedBugsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static TestShop shop;
    private static Path journal;
    private static String paidOrder;

    @BeforeAll
    static void sell() throws Exception {
        shop = TestShop.start();
        shop.list("LAMP", 50);
        journal = shop.journal("clean");
        List<Shop> customers = Customers.signUp(shop.http(), 3);
        try (Journal written = new Journal(journal)) {
            paidOrder = buy(customers.get(0), written, "000");
            assertThat(Checkouts.untilDecided(customers.get(0), paidOrder)).isEqualTo("confirmed");
            String unpaid = buy(customers.get(1), written, "001");
            assertThat(Checkouts.untilDecided(customers.get(1), unpaid)).isEqualTo("cancelled");
            String givenUp = buy(customers.get(2), written, "002");
            assertThat(Checkouts.untilDecided(customers.get(2), givenUp)).isEqualTo("confirmed");
            Checkouts.cancel(customers.get(2), givenUp);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(judge().violations()).isEmpty());
    }

    @AfterAll
    static void close() throws Exception {
        shop.close();
    }

    @Test
    void a_shop_that_did_its_work_is_found_without_fault() throws Exception {
        Verdict verdict = judge();
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.acknowledged()).isEqualTo(3);
        assertThat(verdict.confirmed()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            LOST        | a commit that was acknowledged and not kept   | DELETE FROM events.domain_event WHERE aggregate_identifier = :order
            UNFINISHED  | a saga that swallows an event                 | DELETE FROM events.domain_event WHERE aggregate_identifier = :order AND payload_type = 'ordering.OrderConfirmed'
            UNPAID      | an order confirmed without money              | UPDATE events.domain_event SET payload_type = 'ordering.OrderConfirmed' WHERE payload_type = 'ordering.OrderCancelled' AND aggregate_identifier = :unpaid
            OVERSOLD    | a reservation that asks nobody                | UPDATE events.domain_event SET payload = replace(convert_from(payload, 'UTF8'), '"quantity":1,', '"quantity":99,')::bytea WHERE payload_type = 'inventory.StockReserved'
            STOCK       | a reservation without its unique key          | INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload, meta_data, time_stamp) SELECT 'twice', aggregate_identifier, 9999, type, payload_type, payload, meta_data, time_stamp FROM events.domain_event WHERE payload_type = 'inventory.StockReserved' LIMIT 1
            OVERDUE     | a sweeper that does not sweep                 | INSERT INTO process.deadline VALUES ('checkout.window', 'x', now() - interval '5 minutes')
            OVERDUE     | due work that nobody picks                    | INSERT INTO process.scheduled_tasks (task_name, task_instance, execution_time, picked, version) VALUES ('t', 'i', now() - interval '5 minutes', false, 1)
            READ_MODEL  | a projection that drops one row               | DELETE FROM read.sale WHERE order_id::text = :order
            READ_MODEL  | a projection that forgets a state             | UPDATE read.sale SET status = 'PLACED' WHERE order_id::text = :order
            READ_MODEL  | a projection that miscounts stock             | UPDATE read.stock_item SET on_hand = on_hand + 1 WHERE sku = 'LAMP'
            READER      | an event that a reader never saw              | UPDATE process.group_progress SET events = events - 1 WHERE processor = 'read.sale'
            READER      | an event that a reader took twice             | UPDATE process.group_progress SET events = events + 1, position_sum = position_sum + 7 WHERE processor = 'checkout.saga'
            LEDGER      | a settlement that nobody paid                 | UPDATE events.domain_event SET payload_type = 'payment.PaymentSettled' WHERE payload_type = 'payment.RefundSucceeded'
            """)
    void what_a_bug_leaves_in_the_tables_is_named(Kind kind, String bug, String sql) throws Exception {
        try (Connection database = shop.database()) {
            database.setAutoCommit(false);
            try (Statement statement = database.createStatement()) {
                int changed = statement.executeUpdate(
                        sql.replace(":order", "'" + paidOrder + "'")
                                .replace(
                                        ":unpaid",
                                        "(SELECT aggregate_identifier FROM events.domain_event"
                                                + " WHERE payload_type = 'ordering.OrderCancelled' ORDER BY global_index LIMIT 1)"));
                assertThat(changed).as(bug).isPositive();
                Verdict verdict = Checker.judge(journal, database, shop.ledger());
                assertThat(verdict.violations())
                        .as(bug)
                        .extracting(Violation::kind)
                        .contains(kind);
            } finally {
                database.rollback();
            }
        }
    }

    @Test
    void a_push_that_is_repeated_after_a_lost_answer_is_named() throws Exception {
        Ledger ledger = shop.ledger();
        List<Ledger.Entry> twice = new ArrayList<>(ledger.entries());
        twice.add(ledger.entries().getFirst());
        assertThat(judge(journal, new Ledger(twice, ledger.shopBalance())).violations())
                .extracting(Violation::kind)
                .contains(Kind.DOUBLE_CHARGE, Kind.LEDGER);
    }

    @Test
    void a_key_that_orders_twice_is_named() throws Exception {
        Path repeated = shop.journal("repeated");
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        String answer = lines.stream()
                .filter(line -> line.contains(paidOrder))
                .findFirst()
                .orElseThrow();
        lines.add(answer.replace(paidOrder, "019ab000-0000-7000-8000-000000000001"));
        Files.write(repeated, lines);
        assertThat(judge(repeated, shop.ledger()).violations())
                .extracting(Violation::kind)
                .contains(Kind.ANSWER, Kind.LOST);
    }

    @Test
    void a_log_that_names_somebody_is_named() throws Exception {
        Path log = shop.journal("log");
        Files.writeString(log, "order 01a208a1-2bc6-780f-b277-3fade4b01190 of 254700000000-ff is fine\n");
        assertThat(Leaks.in(log)).isEmpty();
        Files.writeString(log, "Asking +254712345678 for KES 100\n");
        assertThat(Leaks.in(log)).extracting(Violation::kind).containsExactly(Kind.LEAK);
    }

    private static Verdict judge() throws Exception {
        return judge(journal, shop.ledger());
    }

    private static Verdict judge(Path journal, Ledger ledger) throws Exception {
        try (Connection database = shop.database()) {
            return Checker.judge(journal, database, ledger);
        }
    }

    private static String buy(Shop customer, Journal journal, String phoneTail) throws Exception {
        Checkouts.mustFill(customer, "LAMP", 1);
        int number = Integer.parseInt(phoneTail) + 1;
        return Ordeal.order(journal, customer, "LAMP", 1, Customers.phone(0, number, phoneTail));
    }
}
