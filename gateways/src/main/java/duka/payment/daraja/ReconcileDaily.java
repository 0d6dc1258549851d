package duka.payment.daraja;

import duka.kernel.api.DueWork;
import duka.kernel.api.DueWorkHandler;
import duka.payment.api.Reconciliation;
import duka.payment.api.Reconciliations;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Compares yesterday's statement with the books at half past two every night, and until it succeeds. */
class ReconcileDaily implements DueWorkHandler<Works.Reconcile> {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileDaily.class);
    private static final LocalTime AT = LocalTime.of(2, 30);
    private static final String ONE = "all";

    private final Reconciliations reconciliations;
    private final StatementStore store;
    private final DueWork dueWork;
    private final ZoneId zone;
    private final Clock clock;

    ReconcileDaily(Reconciliations reconciliations, StatementStore store, DueWork dueWork, ZoneId zone, Clock clock) {
        this.reconciliations = reconciliations;
        this.store = store;
        this.dueWork = dueWork;
        this.zone = zone;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        dueWork.schedule(Works.RECONCILE, ONE, new Works.Reconcile(), untilNext());
    }

    @Override
    public String task() {
        return Works.RECONCILE;
    }

    @Override
    public Class<Works.Reconcile> data() {
        return Works.Reconcile.class;
    }

    @Override
    public Next run(Works.Reconcile work, int attempt) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
        Reconciliation result = reconciliations
                .of(yesterday)
                .orElseThrow(() -> new IllegalStateException("M-Pesa's statement cannot be had"));
        if (StatementStore.differences(result) > 0) {
            LOG.error(
                    "The books of {} differ from M-Pesa's: {} payments without an order, {} orders without money",
                    yesterday,
                    result.moneyWithoutOrder().size(),
                    result.orderWithoutMoney().size());
        } else {
            LOG.info("The books of {} agree with M-Pesa's: {} payments", yesterday, result.matched());
        }
        int unused = store.forget();
        return Next.again(untilNext());
    }

    private Duration untilNext() {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime today = now.with(AT);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }
}
