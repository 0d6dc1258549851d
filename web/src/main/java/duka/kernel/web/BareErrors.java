package duka.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What the container refuses before it is a request, such as an address with a bracket in it, in the form of all other
 * problems. Tomcat makes it by name, so it is public and knows no bean.
 */
public final class BareErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        Problem problem = Problems.of(known == null ? HttpStatus.BAD_REQUEST : known, new HttpHeaders());
        byte[] body = """
                {"type":"urn:duka:problem:%s","title":"%s","status":%d,"detail":"%s","instance":"/","code":"%s"}
                """.formatted(
                        problem.code(),
                        problem.status().getReasonPhrase(),
                        problem.status().value(),
                        problem.detail(),
                        problem.code())
                .strip()
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            containerLog(e);
        }
    }

    private void containerLog(IOException gone) {
        container.getLogger().debug("The caller is gone", gone);
    }
}
