package duka.kernel.web.live;

import duka.kernel.web.Queries;
import java.util.HashMap;
import java.util.Map;

/** Asks the read models each question once, for events that all of them show already. Of one thread, and short-lived. */
public final class Questions {

    private final Queries queries;
    private final Map<Object, Object> answers = new HashMap<>();

    public Questions(Queries queries) {
        this.queries = queries;
    }

    public <R> R ask(Object query, Class<R> answer) {
        return answer.cast(answers.computeIfAbsent(query, asked -> queries.ask(asked, answer)));
    }
}
