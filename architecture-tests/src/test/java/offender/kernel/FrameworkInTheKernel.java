package offender.kernel;

import org.springframework.util.StringUtils;

/** Breaks: the kernel knows the JDK alone. */
public final class FrameworkInTheKernel {

    public boolean says(String text) {
        return StringUtils.hasText(text);
    }
}
