package duka.server.duework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.kernel.api.Claims;
import duka.kernel.api.Deadlines;
import duka.kernel.api.DueWork;
import duka.server.testing.ShopTest;
import duka.server.testing.Worker;
import duka.server.testing.Worker.Errand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Due work, deadlines and claims, over the real tables and the real workers. */
@ShopTest
class WorkTest {

    @Autowired
    DueWork dueWork;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Claims claims;

    @Autowired
    Worker worker;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private final String id = UUID.randomUUID().toString();
    private final UUID owner = UUID.randomUUID();
    private TransactionTemplate transaction;

    @BeforeEach
    void transaction() {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void work_is_done_after_the_transaction_that_wrote_it_down() {
        transaction.executeWithoutResult(status -> {
            dueWork.schedule(Worker.TASK, id, new Errand(id, 0, 0), Duration.ZERO);
            assertThat(worker.attempts(id)).isEmpty();
        });
        await().until(() -> worker.attempts(id).equals(List.of(1)));
        await().until(() -> waiting() == 0);
    }

    @Test
    void work_of_a_transaction_that_failed_is_never_done() {
        transaction.executeWithoutResult(status -> {
            dueWork.schedule(Worker.TASK, id, new Errand(id, 0, 0), Duration.ZERO);
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();
        assertThat(worker.attempts(id)).isEmpty();
    }

    @Test
    void work_that_asks_for_it_is_done_again_and_counted() {
        dueWork.schedule(Worker.TASK, id, new Errand(id, 2, 0), Duration.ZERO);
        await().until(() -> worker.attempts(id).equals(List.of(1, 2, 3)));
    }

    @Test
    void work_that_breaks_is_tried_again() {
        dueWork.schedule(Worker.TASK, id, new Errand(id, 0, 1), Duration.ZERO);
        await().until(() -> worker.attempts(id).size() == 2);
        await().until(() -> waiting() == 0);
    }

    @Test
    void the_same_work_is_written_down_once_and_the_earlier_time_counts() {
        dueWork.schedule(Worker.TASK, id, new Errand(id, 0, 0), Duration.ofHours(1));
        dueWork.schedule(Worker.TASK, id, new Errand(id, 5, 5), Duration.ofHours(2));
        assertThat(waiting()).isEqualTo(1);
        dueWork.schedule(Worker.TASK, id, new Errand(id, 5, 5), Duration.ZERO);
        await().until(() -> worker.attempts(id).equals(List.of(1)));
    }

    @Test
    void cancelled_work_is_forgotten() {
        dueWork.schedule(Worker.TASK, id, new Errand(id, 0, 0), Duration.ofHours(1));
        dueWork.cancel(Worker.TASK, id);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_deadline_that_passed_is_told_and_one_that_was_cleared_or_moved_is_not() {
        String cleared = UUID.randomUUID().toString();
        String moved = UUID.randomUUID().toString();
        deadlines.set(Worker.DEADLINE, cleared, Instant.now().minusSeconds(1));
        deadlines.clear(Worker.DEADLINE, cleared);
        transaction.executeWithoutResult(status -> {
            deadlines.set(Worker.DEADLINE, moved, Instant.now().minusSeconds(1));
            deadlines.set(Worker.DEADLINE, moved, Instant.now().plusSeconds(3600));
        });
        deadlines.set(Worker.DEADLINE, id, Instant.now().minusSeconds(1));
        await().until(() -> worker.expired().contains(id));
        assertThat(worker.expired()).doesNotContain(cleared, moved);
        await().until(() -> deadlinesOf(id) == 0);
        assertThat(deadlinesOf(moved)).isEqualTo(1);
    }

    @Test
    void a_deadline_whose_handler_broke_is_kept_and_does_not_hold_the_others() {
        String broken = Worker.BROKEN + id;
        deadlines.set(Worker.DEADLINE, broken, Instant.now().minusSeconds(60));
        deadlines.set(Worker.DEADLINE, id, Instant.now().minusSeconds(1));
        await().until(() -> worker.expired().contains(id));
        assertThat(deadlinesOf(broken)).isEqualTo(1);
    }

    @Test
    void a_value_belongs_to_the_first_and_is_repeatable_by_it_alone() {
        UUID other = UUID.randomUUID();
        assertThat(claims.claim("test.sku", id, owner)).isTrue();
        assertThat(claims.claim("test.sku", id, owner)).isTrue();
        assertThat(claims.claim("test.sku", id, other)).isFalse();
        claims.release("test.sku", id, other);
        assertThat(claims.claim("test.sku", id, other)).isFalse();
        claims.release("test.sku", id, owner);
        assertThat(claims.claim("test.sku", id, other)).isTrue();
    }

    @Test
    void a_claim_whose_owner_never_came_to_be_is_freed_after_ten_minutes() {
        claims.claim("test.sku", id, owner);
        ((ClaimTable) claims).freeAbandoned();
        assertThat(claims.claim("test.sku", id, UUID.randomUUID())).isFalse();
        database.sql("UPDATE process.claim SET claimed_at = now() - interval '11 minutes' WHERE value = ?")
                .param(id)
                .update();
        ((ClaimTable) claims).freeAbandoned();
        assertThat(claims.claim("test.sku", id, UUID.randomUUID())).isTrue();
    }

    private int waiting() {
        return database.sql("SELECT count(*) FROM process.scheduled_tasks WHERE task_instance = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private int deadlinesOf(String of) {
        return database.sql("SELECT count(*) FROM process.deadline WHERE id = ?")
                .param(of)
                .query(Integer.class)
                .single();
    }
}
