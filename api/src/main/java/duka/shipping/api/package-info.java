/** How an order reaches its owner: the messages about shipments. */
@NullMarked
package duka.shipping.api;

import org.jspecify.annotations.NullMarked;
