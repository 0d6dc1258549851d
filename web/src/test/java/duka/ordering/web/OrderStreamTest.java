package duka.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.kernel.web.World;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@Timeout(30)
class OrderStreamTest extends EdgeTest {

    private static final String STREAM = "/api/orders/" + Samples.ORDER + "/stream/";

    @Autowired
    private OrderStreams streams;

    @Test
    void each_change_is_shown_once_and_the_stream_ends_with_the_order() throws Exception {
        var confirmed = Samples.sale(WANJIKU, OrderStatus.CONFIRMED);
        world.show(confirmed);
        try (BufferedReader stream = open(STREAM, CUSTOMER, null)) {
            List<String> first = event(stream);
            assertThat(first).contains("event:order", "id:2");
            assertThat(String.join("", first)).contains("\"status\":\"confirmed\"");
            world.show(World.ended(confirmed, OrderStatus.CANCELLED));
            streams.shown("read.sale", List.of(new OrderCancelled(Samples.ORDER, CancellationReason.REQUESTED, true)));
            List<String> second = event(stream);
            assertThat(second).contains("event:order", "id:3");
            assertThat(String.join("", second)).contains("\"status\":\"cancelled\"");
            assertThat(stream.readLine()).isNull();
        }
    }

    @Test
    void whoever_saw_a_state_already_waits_for_the_next() throws Exception {
        var confirmed = Samples.sale(WANJIKU, OrderStatus.CONFIRMED);
        world.show(confirmed);
        try (BufferedReader stream = open(STREAM, CUSTOMER, "2")) {
            world.show(World.ended(confirmed, OrderStatus.COMPLETED));
            assertThat(event(stream)).contains("id:3");
        }
        assertThat(get(CUSTOMER, STREAM, "Last-Event-ID", "3").status()).isEqualTo(204);
    }

    @Test
    void a_ticket_stands_for_a_person_and_strangers_see_nothing() throws Exception {
        world.show(Samples.sale(WANJIKU, OrderStatus.COMPLETED));
        try (BufferedReader stream = open(STREAM + "?ticket=" + CUSTOMER, null, null)) {
            assertThat(event(stream)).contains("event:order");
        }
        assertThat(get(null, STREAM).status()).isEqualTo(401);
        assertThat(get(null, STREAM + "?ticket=forged").status()).isEqualTo(401);
        assertThat(get(STRANGER, STREAM).status()).isEqualTo(404);
    }

    private BufferedReader open(String path, String token, String lastEventId)
            throws IOException, InterruptedException {
        var request = request(token, path);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.GET().build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static List<String> event(BufferedReader stream) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = stream.readLine(); line != null && !line.isEmpty(); line = stream.readLine()) {
            lines.add(line);
        }
        boolean comment = !lines.isEmpty() && lines.getFirst().startsWith(":");
        return comment ? event(stream) : lines;
    }
}
