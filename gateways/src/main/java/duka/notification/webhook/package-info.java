/** News for the servers of others after Standard Webhooks: how it is signed, where it may go, and when it is tried again. */
@NullMarked
package duka.notification.webhook;

import org.jspecify.annotations.NullMarked;
