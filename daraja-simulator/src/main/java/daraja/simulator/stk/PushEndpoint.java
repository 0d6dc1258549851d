package daraja.simulator.stk;

import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Request;
import daraja.simulator.gateway.SpikeArrest;
import daraja.simulator.script.CannedAnswers;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Json;
import java.util.concurrent.TimeUnit;

/** {@code POST /mpesa/stkpush/v1/processrequest}. Two equal requests are two prompts: there is no idempotency. */
public final class PushEndpoint {

    private static final String ACCEPTED = "Success. Request accepted for processing";
    private static final int PATIENCE_SECONDS = 3;

    private final Merchant merchant;
    private final Behaviours behaviours;
    private final PromptDesk desk;
    private final SpikeArrest spikeArrest;

    public PushEndpoint(Merchant merchant, Behaviours behaviours, PromptDesk desk, SpikeArrest spikeArrest) {
        this.merchant = merchant;
        this.behaviours = behaviours;
        this.desk = desk;
        this.spikeArrest = spikeArrest;
    }

    public Answer push(Request request) {
        PushRequest push = PushRequest.read(request.fields(), merchant);
        String name = behaviour(request, push);
        Behaviour behaviour = Behaviours.named(name, request.script());
        if (behaviour.answer() == PushAnswer.UNAVAILABLE) {
            return CannedAnswers.unavailable();
        }
        spikeArrest.check();
        Prompt prompt = desk.open(push, name, request.script());
        // Rule 17 may have changed how it behaves.
        PushAnswer answer = prompt.behaviour().answer();
        if (answer == PushAnswer.AFTER_CALLBACK) {
            // However the delivery ends, the push is answered then.
            desk.decide(prompt)
                    .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } else {
            desk.schedule(prompt);
        }
        return answer == PushAnswer.CUT ? Answer.cutOff() : accepted(prompt);
    }

    /** A wrong set-up beats what was scripted, the header, what was set for the phone, and the digits, in this order. */
    private String behaviour(Request request, PushRequest push) {
        String setUpError = push.setUpError(merchant);
        if (setUpError != null) {
            return "code:" + setUpError;
        }
        if (request.script().has("behaviour")) {
            return Behaviours.checked(request.script().path("behaviour").asString());
        }
        String header = request.call().header("x-simulator-behaviour");
        return header == null ? behaviours.of(push.msisdn()) : Behaviours.checked(header);
    }

    private static Answer accepted(Prompt prompt) {
        return Answer.ok(Json.object()
                .put("MerchantRequestID", prompt.merchantRequestId())
                .put("CheckoutRequestID", prompt.checkoutRequestId())
                .put("ResponseCode", "0")
                .put("ResponseDescription", ACCEPTED)
                .put("CustomerMessage", ACCEPTED));
    }
}
