package duka.kernel.web;

import duka.kernel.Id;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import java.util.UUID;
import java.util.function.Function;

/**
 * Ids as callers write them. Controllers may also take them typed ({@code @PathVariable ProductId id}); both ways a
 * malformed one is as absent as an unknown one.
 */
public final class Ids {

    private Ids() {}

    /** @throws Rejection {@code not_found}, read as 404, if it is not a UUID */
    public static <T extends Id> T parse(String written, Function<UUID, T> kind) {
        return kind.apply(Uuids.parse(written).orElseThrow(() -> Rejection.notFound("id")));
    }
}
