/** Orders over HTTP: placing, reading, changing, cancelling and following them live. */
@NullMarked
package duka.ordering.web;

import org.jspecify.annotations.NullMarked;
