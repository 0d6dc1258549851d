package daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PageTest {

    @TempDir
    Path data;

    @Test
    void the_page_and_its_figures_and_health_are_served() throws Exception {
        try (Daraja daraja = new Daraja(data)) {
            daraja.pushed("254712345999", 450, "http://localhost:9/stk");

            assertThat(daraja.get("/").text()).contains("<title>Daraja simulator</title>");
            JsonNode phone =
                    daraja.get("/simulator/overview/").json().path("phones").path(0);
            assertThat(phone.path("prompts").path(0).path("state").asString()).isEqualTo("pending");
            assertThat(daraja.get("/simulator/health").status()).isEqualTo(200);
            assertThat(daraja.get("/simulator/prompts/?msisdn=+254712345999")
                            .json()
                            .path("count")
                            .asInt())
                    .isEqualTo(1);
            assertThat(daraja.get("/elsewhere").json().path("errorMessage").asString())
                    .isEqualTo("Resource not found");
            assertThat(daraja.get("/mpesa/stkpush/v1/processrequest")
                            .json()
                            .path("errorCode")
                            .asString())
                    .isEqualTo("404.001.04");
        }
    }
}
