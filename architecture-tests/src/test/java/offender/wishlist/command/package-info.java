/** Offenders: each class here breaks one law of the house, so that the law is seen to fire. */
@NullMarked
package offender.wishlist.command;

import org.jspecify.annotations.NullMarked;
