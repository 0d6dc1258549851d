package duka.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest extends EdgeTest {

    @Test
    void every_endpoint_is_described_as_openapi_3_1() {
        JsonNode api = get(null, "/api/openapi.json").json();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        JsonNode create = api.path("paths").path("/api/products/").path("post");
        assertThat(create.path("summary").asString()).isNotBlank();
        assertThat(create.path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .asString())
                .endsWith("/ProductRequest");
        assertThat(create.path("responses").path("201").toString()).contains("/ProductResponse");
        assertThat(create.path("responses").path("202").toString()).contains("/ReplyPending");
        assertThat(create.path("responses").path("default").toString()).contains("/Problem");
        JsonNode remove = api.path("paths").path("/api/orders/{idOrNumber}/").path("delete");
        assertThat(remove.path("responses").has("204")).isTrue();
        JsonNode request = api.path("components").path("schemas").path("ProductRequest");
        assertThat(request.path("properties").has("compare_at_price")).isTrue();
        assertThat(request.path("required").toString()).contains("sku").doesNotContain("compare_at_price");
        JsonNode product =
                api.path("components").path("schemas").path("ProductResponse").path("properties");
        assertThat(product.path("category").path("anyOf").toString()).contains("CategoryLink", "null");
        assertThat(product.path("rating").path("$ref").asString()).endsWith("/ProductResponseRating");
        assertThat(api.path("components").path("schemas").has("Item")).isFalse();
        assertThat(api.path("components").path("schemas").has("OrderResponseItem"))
                .isTrue();
        assertThat(product.path("slug").path("type").asString()).isEqualTo("string");
        JsonNode category =
                api.path("components").path("schemas").path("CategoryResponse").path("properties");
        assertThat(category.path("parent_id").path("type").toString()).contains("string", "null");
        JsonNode list = api.path("paths").path("/api/products/").path("get").path("parameters");
        assertThat(list.toString()).contains("page_size", "min_price", "in_stock");
    }

    @Test
    void every_operation_has_a_summary_and_a_tag() {
        JsonNode paths = get(null, "/api/openapi.json").json().path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(
                                        operation.getValue().path("summary").asString(""))
                                .as(operation.getKey() + " " + path.getKey())
                                .isNotBlank()));
        assertThat(paths.size()).isGreaterThan(25);
    }

    @Test
    void browsers_are_led_to_the_storefront_and_to_the_description() {
        assertThat(get(null, "/").header("Location")).isEqualTo("http://localhost:3000/");
        assertThat(get(null, "/admin/").header("Location")).isEqualTo("http://localhost:3000/admin/");
        assertThat(get(null, "/").status()).isEqualTo(302);
        assertThat(get(null, "/api/docs/").status()).isEqualTo(302);
        assertThat(get(null, get(null, "/api/docs/").header("Location")).status())
                .isEqualTo(200);
    }
}
