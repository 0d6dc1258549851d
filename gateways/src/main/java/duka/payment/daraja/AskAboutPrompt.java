package duka.payment.daraja;

import duka.kernel.api.DueWorkHandler;
import duka.payment.api.AttemptState;
import java.time.Clock;
import java.time.Duration;

/** Asks about a prompt again and again, in one {@link Rhythm}, until that is decided. */
class AskAboutPrompt implements DueWorkHandler<Works.Ask> {

    private final String task;
    private final Rhythm rhythm;
    private final Questions questions;
    private final Clock clock;

    AskAboutPrompt(String task, Rhythm rhythm, Questions questions, Clock clock) {
        this.task = task;
        this.rhythm = rhythm;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public Class<Works.Ask> data() {
        return Works.Ask.class;
    }

    @Override
    public Next run(Works.Ask work, int attempt) {
        AttemptState state = questions.ask(work);
        Duration age = Duration.between(work.since(), clock.instant());
        return rhythm.pause(state, age, attempt).map(Next::again).orElseGet(Next::done);
    }
}
