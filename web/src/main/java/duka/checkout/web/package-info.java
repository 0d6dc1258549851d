/** What the edge asks about sales as wholes. */
@NullMarked
package duka.checkout.web;

import org.jspecify.annotations.NullMarked;
