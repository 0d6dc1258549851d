package duka.harness;

import duka.harness.Checker.Verdict;
import duka.harness.Violation.Kind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a tortured shop, on one page or as JSON.
 *
 * @param begun checkouts that the load began in this run; the verdict counts those of earlier runs on the same data too
 */
record TortureReport(TortureOptions options, int begun, Nemesis nemesis, Verdict verdict, List<Violation> violations) {

    boolean isClean() {
        return violations.isEmpty();
    }

    void print(boolean json) throws IOException {
        if (json) {
            System.out.println(Http.JSON.writeValueAsString(figures()));
            return;
        }
        System.out.printf(
                "%nTorture of %.1f minutes, seed %d%n  checkouts begun %d · orders acknowledged %d · confirmed %d · events %,d%n",
                options.time().toSeconds() / 60.0,
                options.seed(),
                begun,
                verdict.acknowledged(),
                verdict.confirmed(),
                verdict.events());
        for (Fault fault : options.faults()) {
            System.out.printf("  %-10s %3d times%s%n", fault, nemesis.done(fault), recovery(fault));
        }
        System.out.printf(
                "  died at %d of %d named lines%n",
                nemesis.crashes().hit(), nemesis.crashes().known());
        System.out.println(violations.isEmpty() ? "  no violation" : "  " + violations.size() + " violations:");
        violations.forEach(one -> System.out.println("    " + one));
    }

    private String recovery(Fault fault) {
        List<Double> seconds = nemesis.recoveries().getOrDefault(fault, List.of()).stream()
                .sorted()
                .toList();
        return seconds.isEmpty()
                ? ""
                : ", ready again after %.1f s (median), %.1f s (most)"
                        .formatted(seconds.get(seconds.size() / 2), seconds.getLast());
    }

    private Map<String, Object> figures() throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", options.seed());
        figures.put("minutes", options.time().toSeconds() / 60.0);
        figures.put("kills", nemesis.kills());
        figures.put("db_kills", nemesis.done(Fault.DB));
        figures.put("orders_acknowledged", verdict.acknowledged());
        figures.put("orders_lost", verdict.count(Kind.LOST));
        figures.put("double_charges", verdict.count(Kind.DOUBLE_CHARGE));
        figures.put("oversold", verdict.count(Kind.OVERSOLD));
        figures.put("unfinished", verdict.count(Kind.UNFINISHED));
        figures.put(
                "crash_points",
                Map.of(
                        "known",
                        nemesis.crashes().known(),
                        "hit",
                        nemesis.crashes().hit()));
        figures.put("violations", violations.stream().map(Violation::toString).toList());
        return figures;
    }
}
