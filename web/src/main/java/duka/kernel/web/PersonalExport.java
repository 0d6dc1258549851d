package duka.kernel.web;

import duka.identity.api.AccountId;
import duka.kernel.api.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One section of what a person is given when they ask for everything that the shop knows of them. */
public interface PersonalExport {

    /** The section's field. */
    String section();

    /** All of it, in the form in which the person reads it elsewhere. */
    List<?> of(AccountId person);

    /** Reads a list to its end. */
    static <T> List<T> all(Function<PageRequest, List<T>> list) {
        int size = 100;
        List<T> all = new ArrayList<>();
        List<T> page;
        int number = 1;
        do {
            page = list.apply(new PageRequest(number++, size));
            all.addAll(page);
        } while (page.size() == size);
        return all;
    }
}
