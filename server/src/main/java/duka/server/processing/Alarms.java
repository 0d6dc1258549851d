package duka.server.processing;

import duka.server.processing.Readers.Reader;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once when something begins that staff must see to, and once when it is over. */
final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Readers readers;
    private final SetAside aside;
    private volatile Set<String> raised = Set.of();

    Alarms(Readers readers, SetAside aside) {
        this.readers = readers;
        this.aside = aside;
    }

    /** What staff must see to, in words. */
    Set<String> raised() {
        return raised;
    }

    void check() {
        Set<String> found = new TreeSet<>();
        readers.all().stream()
                .filter(Reader::failing)
                .map(Reader::name)
                .forEach(name -> found.add("Reader " + name + " stands still: what it does fails again and again"));
        aside.full().forEach(group -> found.add("The dead letters of " + group + " are full: its next one stops it"));
        Set<String> before = raised;
        found.stream().filter(alarm -> !before.contains(alarm)).forEach(alarm -> LOG.error("Alarm: {}", alarm));
        before.stream().filter(alarm -> !found.contains(alarm)).forEach(alarm -> LOG.warn("Alarm is over: {}", alarm));
        raised = Set.copyOf(found);
    }
}
