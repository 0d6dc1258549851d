package duka.payment.daraja;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP to Safaricom. It tells a request that never left from one that got no answer, and it never repeats one: a prompt
 * that is sent twice rings twice.
 */
final class Transport {

    private final HttpClient http;
    private final URI base;
    private final Duration readTimeout;
    private final JsonMapper json;

    Transport(DarajaProperties properties, JsonMapper json) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.base = properties.baseUrl();
        this.readTimeout = properties.readTimeout();
        this.json = json;
    }

    Reply get(String path, String authorization) {
        return exchange(request(path, authorization).GET().build());
    }

    Reply post(String path, String authorization, Object body) {
        return exchange(request(path, authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(readTimeout)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private Reply exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return Reply.of(response.statusCode(), response.body(), json);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Reply.NotSent("no connection");
        } catch (IOException e) {
            return new Reply.Silence(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Silence("interrupted");
        }
    }
}
