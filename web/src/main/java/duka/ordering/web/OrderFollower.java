package duka.ordering.web;

import duka.checkout.api.SaleView;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream: it shows each state of an order once, never an older one after a newer, and ends with the order. */
final class OrderFollower {

    private static final long FOR_EVER = 0;

    private final SseEmitter emitter = new SseEmitter(FOR_EVER);
    private final boolean phonesInFull;
    private final ReentrantLock turn = new ReentrantLock();
    private long lastShown;
    private boolean ended;

    /** @param lastShown the representation that the reader has seen already, -1 for none */
    OrderFollower(boolean phonesInFull, long lastShown) {
        this.phonesInFull = phonesInFull;
        this.lastShown = lastShown;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void onEnd(Runnable forget) {
        emitter.onCompletion(forget);
        emitter.onError(broken -> forget.run());
        emitter.onTimeout(forget);
    }

    void show(SaleView sale) {
        inTurn(() -> {
            if (sale.representation() > lastShown) {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(sale.representation()))
                        .name("order")
                        .data(OrderResponse.of(sale, phonesInFull), MediaType.APPLICATION_JSON));
                lastShown = sale.representation();
            }
            if (sale.order().status().isFinal()) {
                ended = true;
                emitter.complete();
            }
        });
    }

    void keepAlive() {
        inTurn(() -> emitter.send(SseEmitter.event().comment("")));
    }

    void end() {
        inTurn(() -> {
            ended = true;
            emitter.complete();
        });
    }

    private interface Sending {
        void run() throws IOException;
    }

    private void inTurn(Sending sending) {
        turn.lock();
        try {
            if (!ended) {
                sending.run();
            }
        } catch (IOException | IllegalStateException readerIsGone) {
            ended = true;
        } finally {
            turn.unlock();
        }
    }
}
