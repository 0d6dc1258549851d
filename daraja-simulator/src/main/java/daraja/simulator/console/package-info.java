/** The page and the calls for people and tests: phones, prompts, ledger, clock, assertions. */
@NullMarked
package daraja.simulator.console;

import org.jspecify.annotations.NullMarked;
