/** Programs that use Duka from outside: the demo, the seed, the load client, the checker and the measurements. */
@NullMarked
package duka.harness;

import org.jspecify.annotations.NullMarked;
