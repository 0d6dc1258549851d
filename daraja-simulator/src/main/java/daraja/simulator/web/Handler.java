package daraja.simulator.web;

/** Answers one call. */
@FunctionalInterface
public interface Handler {
    Answer handle(Call call);
}
