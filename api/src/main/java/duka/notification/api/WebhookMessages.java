package duka.notification.api;

import duka.kernel.api.History.Happening;
import java.util.Optional;
import java.util.Set;

/** What is told of events to the servers of others, in the JSON of the API. */
public interface WebhookMessages {

    /** All that can be told of, such as {@code order.confirmed}. */
    Set<String> types();

    /** As what this is told, if at all. */
    Optional<String> typeOf(Object event);

    /** Whether what is told of it can be read by now. */
    boolean canBeRead(Happening happening);

    /** {@code {"type","timestamp","position","data"}} with the thing as it is now; empty if it is gone. */
    Optional<String> bodyOf(Happening happening);
}
