/** A whole sale at a glance: the order with its payment and its shipments. */
@NullMarked
package duka.checkout.api;

import org.jspecify.annotations.NullMarked;
