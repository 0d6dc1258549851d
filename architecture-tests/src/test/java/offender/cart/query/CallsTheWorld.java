package offender.cart.query;

import java.net.http.HttpClient;

/** Breaks: only gateways call the outside world. */
public final class CallsTheWorld {

    HttpClient phone() {
        return HttpClient.newHttpClient();
    }
}
