package duka.payment.daraja;

import duka.kernel.Money;
import org.jspecify.annotations.Nullable;

/** A payment as Safaricom's own list of the last 48 hours has it. */
record PulledPayment(String receipt, Money amount, @Nullable String billReference) {}
