package duka.kernel.command;

import duka.kernel.Rejection;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.hamcrest.Matcher;

/** How a test says that a command was refused. */
public final class Refusals {

    private Refusals() {}

    /** Refused under this code, and nothing happened. */
    public static void assertRefused(ResultValidator<?> result, String code) {
        result.expectNoEvents().expectException(rejection(code, null));
    }

    /** Refused under this code with these details, and nothing happened. */
    public static void assertRefused(ResultValidator<?> result, String code, Map<String, Object> details) {
        result.expectNoEvents().expectException(rejection(code, details));
    }

    private static Matcher<Throwable> rejection(String code, Map<String, Object> details) {
        return new BaseMatcher<>() {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof Rejection rejection
                        && rejection.code().equals(code)
                        && (details == null || rejection.details().equals(details));
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("a rejection " + code + (details == null ? "" : " with " + details));
            }
        };
    }
}
