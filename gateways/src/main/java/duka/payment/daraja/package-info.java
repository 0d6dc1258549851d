/** M-Pesa as Safaricom's Daraja speaks it: prompts, questions, refunds, and the callbacks that nobody signs. */
@NullMarked
package duka.payment.daraja;

import org.jspecify.annotations.NullMarked;
