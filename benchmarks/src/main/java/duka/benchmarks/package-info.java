/** How fast, how often and at what cost: measurements of a whole system, never a test. */
@NullMarked
package duka.benchmarks;

import org.jspecify.annotations.NullMarked;
