package duka.payment.daraja;

import duka.kernel.api.DueWork;
import duka.kernel.api.DueWorkHandler;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Keeps stored callbacks to their retention, every hour for ever. */
class ForgetCallbacks implements DueWorkHandler<Works.Retention> {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final String ONE = "all";

    private final CallbackStore store;
    private final DueWork dueWork;

    ForgetCallbacks(CallbackStore store, DueWork dueWork) {
        this.store = store;
        this.dueWork = dueWork;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        dueWork.schedule(Works.RETENTION, ONE, new Works.Retention(), PERIOD);
    }

    @Override
    public String task() {
        return Works.RETENTION;
    }

    @Override
    public Class<Works.Retention> data() {
        return Works.Retention.class;
    }

    @Override
    public Next run(Works.Retention work, int attempt) {
        int unused = store.forget();
        return Next.again(PERIOD);
    }
}
