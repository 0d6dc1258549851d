/** The sale as a process: it moves between order, stock, payment and shipment, and decides nothing that is theirs. */
@NullMarked
package duka.checkout.saga;

import org.jspecify.annotations.NullMarked;
