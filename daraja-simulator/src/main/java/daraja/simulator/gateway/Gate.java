package daraja.simulator.gateway;

import daraja.simulator.script.CannedAnswers;
import daraja.simulator.script.Scripts;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Call;
import daraja.simulator.web.Handler;
import daraja.simulator.web.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The order of checks that all products share: method, token, JSON, script; then the product's own. */
public final class Gate {

    private final Tokens tokens;
    private final Ids ids;
    private final Scripts scripts;

    public Gate(Tokens tokens, Ids ids, Scripts scripts) {
        this.tokens = tokens;
        this.ids = ids;
        this.scripts = scripts;
    }

    /** A product whose requests name phone and amount themselves. */
    public Handler guard(Product product, Function<Request, Answer> inside) {
        return guard(product, Subject::of, inside);
    }

    public Handler guard(Product product, Function<Fields, Subject> subject, Function<Request, Answer> inside) {
        return refusing(call -> {
            checkMethod(call, product);
            if (!tokens.accepts(call.header("authorization"))) {
                throw product.badToken();
            }
            Fields fields = new Fields(json(call, product));
            Subject about = subject.apply(fields);
            JsonNode script = scripts.take(product.script(), about.msisdn(), about.amount());
            return scripted(new Request(call, fields, script), inside);
        });
    }

    /** The token endpoint, which needs no token. */
    public Handler open(Handler inside) {
        return refusing(call -> {
            JsonNode script = scripts.take("token", null, 0);
            return scripted(
                    new Request(call, new Fields(Json.object()), script), request -> inside.handle(request.call()));
        });
    }

    /** What Safaricom says to an unknown path. */
    public Answer notFound(Call call) {
        return body(new Refusal(404, "404.001.01", "Resource not found"));
    }

    private Handler refusing(Handler inside) {
        return call -> {
            try {
                return inside.handle(call);
            } catch (Refusal refusal) {
                return body(refusal);
            }
        };
    }

    private Answer scripted(Request request, Function<Request, Answer> inside) {
        JsonNode script = request.script();
        Optional<Answer> canned =
                CannedAnswers.of(script, ids.request(), request.fields().optional("CheckoutRequestID"));
        boolean accept = script.path("accept").asBoolean(canned.isEmpty());
        Answer real = accept ? inside.apply(request) : Answer.empty(500);
        return canned.orElse(real)
                .after(Duration.ofMillis(script.path("delay_ms").asLong(0)));
    }

    private static void checkMethod(Call call, Product product) {
        if (call.method().equals("POST")
                || (product == Product.PULL && call.method().equals("GET"))) {
            return;
        }
        throw call.method().equals("GET")
                ? new Refusal(404, "404.001.04", "Invalid Authentication Header")
                : new Refusal(405, "405.001", "Method Not Allowed");
    }

    private static JsonNode json(Call call, Product product) {
        String type = call.header("content-type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw product.wrongContentType();
        }
        try {
            JsonNode body = call.json();
            if (body.isObject()) {
                return body;
            }
        } catch (Call.UnreadableBody e) {
            throw new Refusal(400, "400.002.05", "Invalid Request Payload");
        }
        throw new Refusal(400, "400.002.05", "Invalid Request Payload");
    }

    private Answer body(Refusal refusal) {
        String own = refusal.requestId();
        ObjectNode body = Json.object().put("requestId", own == null ? ids.request() : own);
        return Answer.json(
                refusal.status(), body.put("errorCode", refusal.code()).put("errorMessage", refusal.message()));
    }
}
