/** How the catalogue decides: what may be offered, and where it hangs. */
@NullMarked
package duka.catalog.command;

import org.jspecify.annotations.NullMarked;
