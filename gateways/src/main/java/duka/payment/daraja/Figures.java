package duka.payment.daraja;

import io.micrometer.core.instrument.MeterRegistry;

/** What operators watch: how pushes, questions, refunds and callbacks end. No personal data, ever. */
class Figures {

    private final MeterRegistry meters;

    Figures(MeterRegistry meters) {
        this.meters = meters;
    }

    void push(String outcome) {
        count("duka.daraja.pushes", outcome);
    }

    void question(String verdict) {
        count("duka.daraja.questions", verdict);
    }

    void refund(String outcome) {
        count("duka.daraja.refunds", outcome);
    }

    void callback(String outcome) {
        count("duka.daraja.callbacks", outcome);
    }

    private void count(String name, String outcome) {
        meters.counter(name, "outcome", outcome).increment();
    }
}
