package duka.kernel.web;

import duka.kernel.PhoneNumber;

/** Phones as callers write them. */
public final class Phones {

    private Phones() {}

    /** @throws InvalidInput {@code phone_invalid} */
    public static PhoneNumber read(String written, String field) {
        return PhoneNumber.parse(written)
                .orElseThrow(() -> InvalidInput.field(
                        field, "phone_invalid", "A Kenyan mobile number is needed, such as 0712 345 678."));
    }
}
