package duka.kernel.web;

import duka.kernel.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list. Controllers take a {@link PageRequest} as an argument; it is read from {@code ?page=} and
 * {@code ?page_size=}.
 *
 * @param next the address of the next page, or {@code null} on the last
 */
public record PageOf<T>(
        long count, @Nullable String next, @Nullable String previous, List<T> results) {

    public static <T> PageOf<T> of(PageRequest page, long count, List<T> results) {
        boolean more = (long) page.page() * page.size() < count;
        return new PageOf<>(
                count,
                more ? address(page.page() + 1) : null,
                page.page() > 1 ? address(page.page() - 1) : null,
                results);
    }

    private static String address(int page) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
