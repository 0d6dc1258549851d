package duka.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duka.catalog.api.RemotePictures.NotFetched;
import duka.kernel.outside.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureFetcherTest {

    private static final byte[] PICTURE = {1, 2, 3};

    private final PictureFetcher fetcher = new PictureFetcher(new Targets(true, false));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/picture", exchange -> answer(exchange, 200, PICTURE));
        server.createContext("/huge", exchange -> answer(exchange, 200, new byte[6 * 1024 * 1024]));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", address("/picture"));
            answer(exchange, 302, PICTURE);
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void what_lies_there_or_where_it_was_moved_to_is_fetched() {
        assertThat(fetcher.fetch(address("/picture"))).isEqualTo(PICTURE);
        assertThat(fetcher.fetch(address("/moved"))).isEqualTo(PICTURE);
    }

    @Test
    void what_is_too_large_or_not_there_is_not() {
        assertThatThrownBy(() -> fetcher.fetch(address("/huge")))
                .isInstanceOf(NotFetched.class)
                .hasMessage("It is larger than 5 MiB.");
        assertThatThrownBy(() -> fetcher.fetch(address("/nowhere")))
                .isInstanceOf(NotFetched.class)
                .hasMessage("Its server answers 404.");
        assertThatThrownBy(() -> fetcher.fetch("http://nobody.invalid/picture")).isInstanceOf(NotFetched.class);
    }

    @Test
    void nothing_inside_of_a_network_is_fetched() throws IOException {
        try (PictureFetcher careful = new PictureFetcher(new Targets(false, false))) {
            assertThatThrownBy(() -> careful.fetch(address("/picture"))).isInstanceOf(NotFetched.class);
        }
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
