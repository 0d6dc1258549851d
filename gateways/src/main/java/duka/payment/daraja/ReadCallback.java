package duka.payment.daraja;

import duka.kernel.api.DueWorkHandler;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stored callback and has it weighed; reading it twice changes nothing. */
class ReadCallback implements DueWorkHandler<Works.Callback> {

    private final CallbackStore store;
    private final PromptCallbacks prompts;
    private final RefundResults refunds;
    private final Figures figures;
    private final JsonMapper json;

    ReadCallback(
            CallbackStore store, PromptCallbacks prompts, RefundResults refunds, Figures figures, JsonMapper json) {
        this.store = store;
        this.prompts = prompts;
        this.refunds = refunds;
        this.figures = figures;
        this.json = json;
    }

    @Override
    public String task() {
        return Works.CALLBACK;
    }

    @Override
    public Class<Works.Callback> data() {
        return Works.Callback.class;
    }

    @Override
    public Next run(Works.Callback work, int attempt) {
        Optional<StoredCallback> found = store.find(work.id());
        if (found.isPresent()) {
            Reading reading = read(found.get());
            store.conclude(work.id(), reading);
            figures.callback(reading instanceof Reading.Unmatched unmatched ? unmatched.reason() : "matched");
        }
        return Next.done();
    }

    private Reading read(StoredCallback callback) {
        String body = callback.body();
        if (body == null) {
            return new Reading.Unmatched("erased");
        }
        JsonNode read = json.readTree(body);
        return switch (callback.kind()) {
            case PROMPT -> prompts.onItsAddress(callback.tokenHash(), read);
            case OPEN_PROMPT -> prompts.onTheOpenAddress(read);
            case CONFIRMATION -> prompts.confirmed(callback.tokenHash(), read);
            case RESULT -> refunds.result(callback.tokenHash(), read);
            case TIMEOUT -> refunds.timeout(callback.tokenHash());
        };
    }
}
