package daraja.simulator.gateway;

import daraja.simulator.script.Switches;

/** Refuses pushes beyond the agreed number per real second. */
public final class SpikeArrest {

    private final Switches switches;
    private long second;
    private int used;

    public SpikeArrest(Switches switches) {
        this.switches = switches;
    }

    public synchronized void check() {
        long now = System.nanoTime() / 1_000_000_000L;
        if (now != second) {
            second = now;
            used = 0;
        }
        used++;
        int limit = switches.pushesPerSecond();
        if (limit > 0 && used > limit) {
            throw new Refusal(500, "500.003.02", "Error Occurred: Spike Arrest Violation");
        }
    }
}
