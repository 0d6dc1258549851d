package duka.identity.web;

import duka.identity.account.Erasures;
import duka.identity.api.Dealings;
import duka.identity.api.Dealings.Open;
import duka.identity.api.Leaver;
import duka.kernel.Rejection;
import duka.kernel.api.DueWork;
import duka.kernel.api.DueWorkHandler;
import duka.kernel.api.MessageKeys;
import duka.kernel.web.RequestContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Erases people who asked for it: at once if nothing is open between them and the shop, else once that has ended if they
 * would rather wait. Who waits is due work, so it outlives a restart; that it is done once is {@link Erasures}' part.
 */
@Component
class Farewells implements DueWorkHandler<Farewells.Waiting> {

    static final String TASK = "identity.erase";

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Dealings dealings;
    private final Erasures erasures;
    private final DueWork dueWork;

    Farewells(Dealings dealings, Erasures erasures, DueWork dueWork) {
        this.dealings = dealings;
        this.erasures = erasures;
        this.dueWork = dueWork;
    }

    /**
     * Somebody who waits.
     *
     * @param because the metadata of the event to come
     */
    record Waiting(Leaver who, Map<String, String> because) {}

    /** What somebody reads who waits: what has to end first. */
    record WaitingResponse(String id, String status, List<String> orders, List<String> refunds) {}

    /**
     * Says goodbye.
     *
     * @param id the user's, or the order's
     * @param location where the person, or their order, is seen until then
     * @param whenDone whether to wait for what is open
     * @throws Rejection {@code open_obligations}, {@code last_admin}, {@code version_mismatch}
     */
    ResponseEntity<WaitingResponse> bid(
            Leaver who, String id, String location, LongConsumer versionCheck, boolean whenDone) {
        Map<String, String> because = because();
        Open open = dealings.openOf(who);
        if (open.isNothing()) {
            erasures.erase(who, versionCheck, because);
            return ResponseEntity.noContent().build();
        }
        if (!whenDone) {
            throw new Rejection(
                    "open_obligations",
                    "Orders or refunds are still open; ask again when they have ended, or with when_done=true.",
                    Map.of("orders", open.orders(), "refunds", open.refunds()));
        }
        dueWork.schedule(TASK, who.personId().toString(), new Waiting(who, because), Duration.ZERO);
        return ResponseEntity.accepted()
                .location(URI.create(location))
                .body(new WaitingResponse(id, "waiting", open.orders(), open.refunds()));
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Class<Waiting> data() {
        return Waiting.class;
    }

    @Override
    public Next run(Waiting waiting, int attempt) {
        if (!dealings.openOf(waiting.who()).isNothing()) {
            return Next.again(pause(attempt));
        }
        erasures.erase(waiting.who(), any -> {}, waiting.because());
        return Next.done();
    }

    /** Orders of a minute are followed closely, those of a month are looked at now and then. */
    private static Duration pause(int attempt) {
        Duration pause = SHORTEST.multipliedBy(Math.clamp(attempt / 10, 1, 60));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static Map<String, String> because() {
        RequestContext request = RequestContext.current();
        return Map.of(
                MessageKeys.ACTOR, request.actor(),
                MessageKeys.CORRELATION_ID, request.correlationId(),
                MessageKeys.REQUEST_ID, request.requestId());
    }
}
