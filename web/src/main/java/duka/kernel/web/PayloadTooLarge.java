package duka.kernel.web;

import java.io.IOException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The body went over its limit while it was read. */
final class PayloadTooLarge extends IOException {

    PayloadTooLarge() {
        super("Body over its limit");
    }

    static boolean in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PayloadTooLarge || cause instanceof MaxUploadSizeExceededException) {
                return true;
            }
        }
        return false;
    }
}
