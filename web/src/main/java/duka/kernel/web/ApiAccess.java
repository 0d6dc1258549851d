package duka.kernel.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** Says in the description of the API who may call what, and how calls are refused, from the table that decides it. */
@Component
@Order
class ApiAccess implements GlobalOpenApiCustomizer {

    private static final String BEARER = "bearer";
    private static final String CART = "cart_token";
    private static final String ORDER = "order_token";
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final AccessPolicy policy = new AccessPolicy();

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSecuritySchemes(CART, header("X-Cart-Token", "Names a guest's cart"));
        api.getComponents().addSecuritySchemes(ORDER, header("X-Order-Token", "Stands for the guest who ordered"));
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> policy.rowFor(method.name(), concrete(path))
                                .ifPresent(row -> describe(operation, method, path, row.audience()))));
    }

    private static void describe(Operation operation, HttpMethod method, String path, Audience audience) {
        operation.setSecurity(security(path, audience));
        operation.addExtension("x-audience", audience.name().toLowerCase(Locale.ROOT));
        if (audience != Audience.STRANGER) {
            refused(operation, "401", "Nobody is signed in, or the token is no good");
        }
        if (audience == Audience.STAFF || audience == Audience.ADMIN) {
            refused(operation, "403", "Only for staff");
        }
        if (path.contains("{")) {
            refused(operation, "404", "It is not there, or not the caller's");
        }
        if (operation.getRequestBody() != null) {
            refused(operation, "400", "The request is wrong, see its fields");
            refused(operation, "413", "The body is too large");
            refused(operation, "415", "The body is of another type");
        } else if (operation.getParameters() != null && hasQuery(operation.getParameters())) {
            refused(operation, "400", "A parameter is wrong");
        }
        if (operation.getParameters() != null && hasIfMatch(operation.getParameters())) {
            refused(operation, "412", "Somebody changed it since it was read");
        }
        if (path.startsWith("/api/auth/") || path.startsWith("/api/payments/")) {
            refused(operation, "429", "Too often: Retry-After says when to come back");
        }
        refused(operation, "503", "A part that is needed does not answer now: Retry-After says when to come back");
        if (WRITES.contains(method)) {
            refused(operation, "409", "A rule of the shop forbids it, see the code");
        }
    }

    private static List<SecurityRequirement> security(String path, Audience audience) {
        List<SecurityRequirement> ways = new ArrayList<>();
        if (audience == Audience.STRANGER) {
            return ways;
        }
        ways.add(new SecurityRequirement().addList(BEARER));
        if (audience == Audience.ANYONE) {
            ways.add(new SecurityRequirement());
        }
        if (audience == Audience.ANYONE && (path.startsWith("/api/cart/") || path.equals("/api/orders/"))) {
            ways.add(new SecurityRequirement().addList(CART));
        }
        if (audience == Audience.TOKEN_HOLDER) {
            ways.add(new SecurityRequirement().addList(ORDER));
        }
        return ways;
    }

    private static void refused(Operation operation, String status, String why) {
        Content problem = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        operation
                .getResponses()
                .computeIfAbsent(
                        status, absent -> new ApiResponse().description(why).content(problem));
    }

    private static boolean hasQuery(List<Parameter> parameters) {
        return parameters.stream().anyMatch(parameter -> "query".equals(parameter.getIn()));
    }

    private static boolean hasIfMatch(List<Parameter> parameters) {
        return parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static PathContainer concrete(String path) {
        return PathContainer.parsePath(path.replaceAll("\\{[^}]+}", "x"));
    }

    private static SecurityScheme header(String name, String what) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(name)
                .description(what);
    }
}
