package duka.catalog.media;

import duka.catalog.api.Pictures.Fault;

/** An upload that cannot be taken for a picture. */
final class UnreadablePicture extends Exception {

    private final Fault fault;

    UnreadablePicture(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
