package duka.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Hangs a painted picture at each product that has none. */
final class ProductPictures {

    private static final int AT_ONCE = 3;
    private static final int PAGE = 100;

    private final Shop admin;

    ProductPictures(Shop admin) {
        this.admin = admin;
    }

    /** @return how many were hung */
    int hang() throws Exception {
        List<Future<?>> pending = new ArrayList<>();
        try (ExecutorService painters = Executors.newFixedThreadPool(AT_ONCE)) {
            for (JsonNode product : products(admin)) {
                if (product.path("images").isEmpty()) {
                    pending.add(painters.submit(() -> hang(product)));
                }
            }
            for (Future<?> one : pending) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Stop stop ? stop : e;
        }
        return pending.size();
    }

    /** All that the shop shows. */
    static List<JsonNode> products(Shop shop) throws Exception {
        List<JsonNode> products = new ArrayList<>();
        JsonNode page;
        int number = 1;
        do {
            page = shop.get("/api/products/?ordering=name&page_size=" + PAGE + "&page=" + number++)
                    .orStop("Reading the catalogue");
            page.path("results").forEach(products::add);
        } while (page.path("next").isString());
        return products;
    }

    private Void hang(JsonNode product) throws Exception {
        String name = product.path("name").asString();
        byte[] png =
                new ProductPainter(name, product.path("category").path("name").asString("")).paint();
        admin.postPicture("/api/products/" + product.path("id").asString() + "/images/", png, name)
                .orStop("Hanging a picture of " + name);
        return null;
    }
}
