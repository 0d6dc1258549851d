package duka.payment.query;

import duka.kernel.OrderId;
import duka.payment.api.AttemptId;
import org.jspecify.annotations.Nullable;

/** Which order a prompt was for, and the provider's id of it as a keyed hash once it is known. */
record AttemptRow(
        AttemptId attempt, OrderId order, @Nullable String checkoutHash) {}
