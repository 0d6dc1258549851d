package duka.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where what a controller throws becomes an answer. */
@RestControllerAdvice
class ProblemAdvice {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /** Written to the response itself, since an error is told as a problem whatever the caller accepts. */
    @ExceptionHandler(Exception.class)
    void tell(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(failure, request, response);
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void callerIsGone() {
        // nobody is left to be told
    }
}
