package duka.ordering.web;

import duka.kernel.OrderId;
import duka.kernel.Uuids;
import duka.kernel.api.Claims;
import duka.ordering.api.OrderNumber;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Gives orders the numbers that people call them by. */
@Component
class OrderNumbers {

    private static final String NUMBER = "ordering.number";
    private static final int MOST_NUMBERS_TRIED = 20;

    private final Claims claims;

    OrderNumbers(Claims claims) {
        this.claims = claims;
    }

    /** Forty bits that follow from the order's own id, so that the same order always finds its number again. */
    OrderNumber of(OrderId id) {
        return IntStream.range(0, MOST_NUMBERS_TRIED)
                .mapToObj(n -> OrderNumber.spell(
                        Uuids.derive(id.value(), "number:" + n).getLeastSignificantBits()))
                .filter(number -> claims.claim(NUMBER, number.value(), id.value()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free order number for " + id));
    }
}
