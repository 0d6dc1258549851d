/** News for customers, drawn from what happened to their orders. */
@NullMarked
package duka.notification.query;

import org.jspecify.annotations.NullMarked;
