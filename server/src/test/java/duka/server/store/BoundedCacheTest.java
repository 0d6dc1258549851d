package duka.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedCacheTest {

    private final BoundedCache cache = new BoundedCache(10);

    @Test
    void what_was_put_is_found_until_it_is_removed() {
        cache.put("sku:MUG", "seven");
        assertThat(cache.<String, String>get("sku:MUG")).isEqualTo("seven");
        assertThat(cache.remove("sku:MUG")).isTrue();
        assertThat(cache.containsKey("sku:MUG")).isFalse();
    }

    @Test
    void what_has_no_id_is_not_kept() {
        cache.put(null, "never born");
        assertThat(cache.remove(null)).isFalse();
    }
}
