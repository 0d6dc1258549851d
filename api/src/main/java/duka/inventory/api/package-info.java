/** What is on the shelf: the messages about stock and reservations. */
@NullMarked
package duka.inventory.api;

import org.jspecify.annotations.NullMarked;
