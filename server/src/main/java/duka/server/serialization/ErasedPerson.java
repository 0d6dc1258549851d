package duka.server.serialization;

/** Something was to be sealed for a person whose key is destroyed. */
public final class ErasedPerson extends IllegalStateException {

    public ErasedPerson() {
        super("Nothing is written down about an erased person");
    }
}
