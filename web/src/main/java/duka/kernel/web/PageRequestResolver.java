package duka.kernel.web;

import duka.kernel.api.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** {@code ?page=1&page_size=24} as an argument of a controller; a page size over 100 is refused, not cut. */
final class PageRequestResolver implements HandlerMethodArgumentResolver {

    private static final int DEFAULT_SIZE = 24;
    private static final int LARGEST_SIZE = 100;
    private static final int LAST_PAGE = 1_000_000;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        List<FieldProblem> problems = new ArrayList<>();
        int page = number(request.getParameter("page"), "page", 1, LAST_PAGE, problems);
        int size = number(request.getParameter("page_size"), "page_size", DEFAULT_SIZE, LARGEST_SIZE, problems);
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(problems);
        }
        return new PageRequest(page, size);
    }

    private static int number(
            @Nullable String written, String field, int otherwise, int largest, List<FieldProblem> problems) {
        if (written == null) {
            return otherwise;
        }
        if (written.matches("\\d{1,7}")) {
            int value = Integer.parseInt(written);
            if (value >= 1 && value <= largest) {
                return value;
            }
        }
        problems.add(new FieldProblem(field, "out_of_range", "It is a number from 1 to " + largest + "."));
        return otherwise;
    }
}
