/** The words that every feature shares: money, quantities, phones, people, identities and refusals. The JDK alone. */
@NullMarked
package duka.kernel;

import org.jspecify.annotations.NullMarked;
