package duka.kernel.api;

import java.util.List;

/**
 * Is told in each process, after the commit, what a group of read models shows from now on. It is a bell and no source
 * of truth: whoever hears it reads the views again.
 */
public interface ReadModelListener {

    /** @param events what the group took in, in order; it returns at once and never throws */
    void shown(String group, List<?> events);
}
