package duka.server.testing;

import duka.kernel.api.DeadlineHandler;
import duka.kernel.api.DueWorkHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Does the errands of tests, and hears their deadlines. */
@Component
public class Worker implements DueWorkHandler<Worker.Errand>, DeadlineHandler {

    public static final String TASK = "test.errand";
    public static final String DEADLINE = "test.deadline";
    public static final String BROKEN = "broken-";

    private final List<Begun> begun = new CopyOnWriteArrayList<>();
    private final List<String> expired = new CopyOnWriteArrayList<>();

    /**
     * What to do.
     *
     * @param repeats how often it asks to be done again
     * @param breaks how often it breaks first
     */
    public record Errand(String id, int repeats, int breaks) {}

    private record Begun(String id, int attempt) {}

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Class<Errand> data() {
        return Errand.class;
    }

    @Override
    public Next run(Errand errand, int attempt) {
        begun.add(new Begun(errand.id(), attempt));
        int times = attempts(errand.id()).size();
        if (times <= errand.breaks()) {
            throw new IllegalStateException("Broke on purpose");
        }
        return times <= errand.repeats() ? Next.again(Duration.ofMillis(10)) : Next.done();
    }

    public List<Integer> attempts(String id) {
        return begun.stream()
                .filter(one -> one.id().equals(id))
                .map(Begun::attempt)
                .toList();
    }

    @Override
    public String kind() {
        return DEADLINE;
    }

    @Override
    public void expired(String id) {
        if (id.startsWith(BROKEN)) {
            throw new IllegalStateException("Broke on purpose");
        }
        expired.add(id);
    }

    public List<String> expired() {
        return List.copyOf(expired);
    }
}
