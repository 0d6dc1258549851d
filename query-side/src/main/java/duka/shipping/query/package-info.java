/** How a shipment's events make its view. */
@NullMarked
package duka.shipping.query;

import org.jspecify.annotations.NullMarked;
