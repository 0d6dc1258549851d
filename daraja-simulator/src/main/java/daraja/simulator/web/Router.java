package daraja.simulator.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the handler of a path. Templates name variable parts in braces; a slash at the end makes no difference. */
public final class Router {

    private record Route(String method, List<String> parts, Handler handler) {}

    private final Map<String, Handler> exact = new HashMap<>();
    private final List<Route> templates = new ArrayList<>();
    private final Handler otherwise;

    public Router(Handler otherwise) {
        this.otherwise = otherwise;
    }

    /** @param method an HTTP method, or {@code *} for all */
    public Router on(String method, String template, Handler handler) {
        if (template.contains("{")) {
            templates.add(new Route(method, parts(template), handler));
        } else {
            exact.put(method + ' ' + trimmed(template), handler);
        }
        return this;
    }

    Answer route(Call call) {
        String path = trimmed(call.path());
        Handler handler = exact.get(call.method() + ' ' + path);
        if (handler == null) {
            handler = exact.get("* " + path);
        }
        if (handler != null) {
            return handler.handle(call);
        }
        List<String> parts = parts(path);
        for (Route route : templates) {
            if (route.method().equals(call.method()) && matches(route.parts(), parts)) {
                return route.handler().handle(call.withParams(variables(route.parts(), parts)));
            }
        }
        return otherwise.handle(call);
    }

    private static boolean matches(List<String> template, List<String> parts) {
        if (template.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!template.get(i).startsWith("{") && !template.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> variables(List<String> template, List<String> parts) {
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String name = template.get(i);
            if (name.startsWith("{")) {
                found.put(name.substring(1, name.length() - 1), parts.get(i));
            }
        }
        return found;
    }

    private static List<String> parts(String path) {
        return List.of(trimmed(path).split("/", -1));
    }

    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
