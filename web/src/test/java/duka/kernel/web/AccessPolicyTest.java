package duka.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.web.GateClient;
import duka.identity.web.GateClient.Person;
import duka.identity.web.GateTest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.pattern.PathPatternParser;

@GateTest
class AccessPolicyTest {

    private static final String ID = "0197a6f0-0000-7000-8000-000000000001";
    private static final Set<Integer> JUDGED_LATER = Set.of(200, 201, 202, 204, 400, 404, 405, 409, 412, 415, 503);

    @Autowired
    private GateClient client;

    /** Every row of the table against every kind of caller, with a body that nobody can read. */
    @Test
    void each_row_lets_in_whom_it_names_and_nobody_else() {
        Person customer = client.customer();
        Person auditor = client.auditor();
        Person admin = client.admin();
        List<String> wrong = new ArrayList<>();
        for (AccessPolicy.Row row : AccessPolicy.table()) {
            for (String method : row.methods()) {
                String path = concrete(row);
                if (method.equals("HEAD") || endsTheSession(method, path)) {
                    continue;
                }
                expect(wrong, method, path, "nobody", isOpen(row.audience()) ? 0 : 401);
                expect(wrong, method, path, "customer", isStaffOnly(row.audience()) ? 403 : 0, GateClient.as(customer));
                expect(
                        wrong,
                        method,
                        path,
                        "auditor",
                        row.audience() == Audience.ADMIN ? 403 : 0,
                        GateClient.as(auditor));
                expect(wrong, method, path, "admin", 0, GateClient.as(admin));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_guest_with_a_token_gets_as_far_as_the_order() {
        assertThat(client.get("/api/orders/" + ID + "/").status()).isEqualTo(401);
        assertThat(client.patch("/api/orders/" + ID + "/", java.util.Map.of(), "X-Order-Token", "t")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/api/orders/", "X-Order-Token", "t").status()).isEqualTo(401);
    }

    @Test
    void a_path_without_a_row_is_not_there_for_anybody() {
        assertThat(client.get("/api/hidden/", GateClient.as(client.admin())).status())
                .isEqualTo(404);
        assertThat(client.get("/actuator/env", GateClient.as(client.admin())).status())
                .isIn(403, 404);
    }

    /** Whoever adds a controller adds its row, or it is never reached. */
    @Test
    void each_controller_has_its_rows() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Set<String> missing = new TreeSet<>();
        for (var candidate : scanner.findCandidateComponents("duka")) {
            Class<?> controller = Class.forName(candidate.getBeanClassName());
            RequestMapping base = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    addUnlisted(missing, base, mapping);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void addUnlisted(Set<String> missing, RequestMapping base, RequestMapping mapping) {
        List<String> roots = base == null || base.path().length == 0 ? List.of("") : List.of(base.path());
        List<String> tails = mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
        for (String root : roots) {
            for (String tail : tails) {
                String path = PathPatternParser.defaultInstance
                        .parse(root)
                        .combine(PathPatternParser.defaultInstance.parse(tail))
                        .getPatternString()
                        .replaceAll("\\{[^}]+}", ID);
                if (path.startsWith("/api/")) {
                    Arrays.stream(mapping.method())
                            .filter(method -> new AccessPolicy()
                                    .rowFor(method.name(), PathContainer.parsePath(path))
                                    .isEmpty())
                            .forEach(method -> missing.add(method + " " + path));
                }
            }
        }
    }

    private void expect(List<String> wrong, String method, String path, String who, int refusal, String... headers) {
        int status = client.send(method, path, "{", headers).status();
        boolean right = refusal == 0 ? JUDGED_LATER.contains(status) : status == refusal;
        if (!right && !(path.equals("/api/auth/auth/") && status == 401)) {
            wrong.add(method + " " + path + " as " + who + ": " + status);
        }
    }

    private static boolean isOpen(Audience audience) {
        return audience == Audience.STRANGER || audience == Audience.ANYONE;
    }

    private static boolean isStaffOnly(Audience audience) {
        return audience == Audience.STAFF || audience == Audience.ADMIN;
    }

    private static boolean endsTheSession(String method, String path) {
        return method.equals("DELETE") && path.equals("/api/auth/auth/");
    }

    private static String concrete(AccessPolicy.Row row) {
        return row.path().getPatternString().replaceAll("\\{[^}]+}", ID).replace("**", "any/");
    }
}
