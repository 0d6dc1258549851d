/** How a parcel decides: forward along its way, and nowhere else. */
@NullMarked
package duka.shipping.command;

import org.jspecify.annotations.NullMarked;
