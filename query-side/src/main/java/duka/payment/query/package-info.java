/** How a payment's events make its view. */
@NullMarked
package duka.payment.query;

import org.jspecify.annotations.NullMarked;
