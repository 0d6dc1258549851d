/** What stock does because of what other features did. */
@NullMarked
package duka.inventory.saga;

import org.jspecify.annotations.NullMarked;
