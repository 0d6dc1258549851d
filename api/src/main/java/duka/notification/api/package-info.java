/** What may be asked about notifications: news for a customer, drawn from what happened to their orders. */
@NullMarked
package duka.notification.api;

import org.jspecify.annotations.NullMarked;
