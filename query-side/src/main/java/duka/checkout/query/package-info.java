/** The sale at a glance: one row per order, with its payment and its shipments. */
@NullMarked
package duka.checkout.query;

import org.jspecify.annotations.NullMarked;
