package duka.inventory.command;

import java.util.LinkedHashSet;
import java.util.UUID;

/** The ids that were dealt with lately, the oldest first. What is asked for without end must forget some time. */
record RecentIds(LinkedHashSet<UUID> ids) {

    static final int KEPT = 1_000;

    static RecentIds none() {
        return new RecentIds(new LinkedHashSet<>());
    }

    boolean contains(UUID id) {
        return ids.contains(id);
    }

    void remember(UUID id) {
        ids.add(id);
        if (ids.size() > KEPT) {
            ids.removeFirst();
        }
    }
}
