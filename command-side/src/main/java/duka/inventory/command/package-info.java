/** How a shelf decides: who may hold what, so that nothing is sold twice. */
@NullMarked
package duka.inventory.command;

import org.jspecify.annotations.NullMarked;
