package duka.kernel.web;

import duka.identity.api.Assurance;
import duka.identity.api.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks callers to prove anew who they are before money goes back or rights change hands. It is asked once the request is
 * known to be a good one, and before versions and rules of the domain are looked at.
 */
@Component
public class StepUp {

    private final Assurance assurance;

    StepUp(Assurance assurance) {
        this.assurance = assurance;
    }

    /** @throws HttpRefusal 403 {@code step_up_required} */
    public void require() {
        Caller caller = RequestContext.caller().orElseThrow(HttpRefusal::unauthenticated);
        if (!assurance.isFresh(caller)) {
            throw new HttpRefusal(
                    HttpStatus.FORBIDDEN,
                    "step_up_required",
                    "Prove at /api/auth/step-up/ who you are, by password or code, and ask again.");
        }
    }
}
