package duka.kernel.web;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** How the edge asks the read models. */
@Component
public class Queries {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final QueryGateway gateway;

    Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** @throws HttpRefusal 503, if nobody answers this kind of question now or not in time */
    public <R> R ask(Object query, Class<R> answer) {
        try {
            return gateway.query(query, answer).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (NoHandlerForQueryException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent();
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof NoHandlerForQueryException) {
            return silent();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private static HttpRefusal silent() {
        return HttpRefusal.unavailable("The read models do not answer.", Duration.ofSeconds(2));
    }
}
