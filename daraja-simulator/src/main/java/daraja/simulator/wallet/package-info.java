/** Whose money is where: wallets, the shop's balance and the ledger between them. */
@NullMarked
package daraja.simulator.wallet;

import org.jspecify.annotations.NullMarked;
