package duka.identity.api;

import duka.kernel.OrderId;
import java.util.Locale;

/** Which language people are written to in. */
public interface Languages {

    /** English for an account that is gone. */
    Locale of(AccountId account);

    /** The language of the guest who placed this order; English if it is not known. */
    Locale ofGuest(OrderId order);
}
