/** A program that plays Safaricom's Daraja on one machine, with phones, wallets and a clock of its own. */
@NullMarked
package daraja.simulator;

import org.jspecify.annotations.NullMarked;
