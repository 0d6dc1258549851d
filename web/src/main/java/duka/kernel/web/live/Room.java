package duka.kernel.web.live;

import duka.identity.api.Caller;

/** A kind of socket, and who may come in. */
public enum Room {
    /** The shop as it goes, for admins and auditors. */
    DASHBOARD {
        @Override
        boolean admits(Caller caller) {
            return caller.seesEverything();
        }
    },

    /** What concerns the caller alone. */
    NOTIFICATIONS {
        @Override
        boolean admits(Caller caller) {
            return true;
        }
    };

    abstract boolean admits(Caller caller);
}
