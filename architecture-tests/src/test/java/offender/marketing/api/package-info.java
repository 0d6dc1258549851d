/** Offenders: each class here breaks one law of the house, so that the law is seen to fire. */
@NullMarked
package offender.marketing.api;

import org.jspecify.annotations.NullMarked;
