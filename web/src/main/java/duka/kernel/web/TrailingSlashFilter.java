package duka.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves each path below {@code /api/} and {@code /ws/} without its last slash as if it had it; there is no redirect. */
final class TrailingSlashFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean ours = path.startsWith("/api/") || path.startsWith("/ws/");
        boolean file = path.startsWith("/api/docs") || path.startsWith("/api/openapi.json");
        chain.doFilter(ours && !file && !path.endsWith("/") ? new WithSlash(request) : request, response);
    }

    private static final class WithSlash extends HttpServletRequestWrapper {

        WithSlash(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return super.getRequestURI() + "/";
        }

        @Override
        public StringBuffer getRequestURL() {
            return super.getRequestURL().append('/');
        }

        @Override
        public String getServletPath() {
            return super.getServletPath() + "/";
        }
    }
}
