package duka.kernel.web.live;

/** The figures that a dashboard opens with, and that follow the events. */
public interface LiveFigures {

    /** The group of read models that they are read from. */
    String group();

    /** As they are now, with all that was recorded before they are asked for; in the shape of their resource. */
    Object now();
}
