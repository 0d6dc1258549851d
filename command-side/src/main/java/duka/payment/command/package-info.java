/** How a payment decides: whom it prompts, what it believes, when the money is there, and what goes back. */
@NullMarked
package duka.payment.command;

import org.jspecify.annotations.NullMarked;
