/** The one program: its settings and how its parts are put together. Nothing of the business is here. */
@NullMarked
package duka.server;

import org.jspecify.annotations.NullMarked;
