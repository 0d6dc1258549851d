package duka.catalog.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.ProductView;
import duka.kernel.api.PageRequest;
import duka.kernel.web.WebJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The pages of the shop's window as they were last written out: of all that a list costs, its JSON costs most. Nothing
 * here can be stale. The page is looked for each time; only if it consists of the very views that it consisted of
 * before, which the read side keeps for as long as a product does not change, its bytes are those from before.
 */
@Component
class WrittenPages {

    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final WebJson json;
    private final Cache<String, Written> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String address, Written page) -> address.length() + page.bytes.length)
            .build();

    WrittenPages(WebJson json) {
        this.json = json;
    }

    /** The page as JSON; its address is part of it, since it names its neighbours. */
    byte[] write(HttpServletRequest request, PageRequest page, Products found) {
        String address = addressOf(request);
        Written before = kept.getIfPresent(address);
        if (before != null && before.shows(found)) {
            return before.bytes;
        }
        byte[] bytes = json.mapper().writeValueAsBytes(ProductPage.of(page, found));
        kept.put(address, new Written(found, bytes));
        return bytes;
    }

    private static String addressOf(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        StringBuffer address = request.getRequestURL();
        return query == null
                ? address.toString()
                : address.append('?').append(query).toString();
    }

    private static final class Written {

        private final Products found;
        private final byte[] bytes;

        Written(Products found, byte[] bytes) {
            this.found = found;
            this.bytes = bytes;
        }

        boolean shows(Products other) {
            return found.count() == other.count()
                    && Objects.equals(found.facets(), other.facets())
                    && sameViews(found.results(), other.results());
        }

        /** By identity on purpose: to compare what they say would cost as much as to write it. */
        @SuppressWarnings("ReferenceEquality")
        private static boolean sameViews(List<ProductView> these, List<ProductView> those) {
            if (these.size() != those.size()) {
                return false;
            }
            for (int n = 0; n < these.size(); n++) {
                if (these.get(n) != those.get(n)) {
                    return false;
                }
            }
            return true;
        }
    }
}
