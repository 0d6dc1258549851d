/** What people are written about because of what other features did. */
@NullMarked
package duka.notification.saga;

import org.jspecify.annotations.NullMarked;
