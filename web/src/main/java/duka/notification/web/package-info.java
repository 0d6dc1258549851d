/** Notifications over HTTP, in the reader's language. */
@NullMarked
package duka.notification.web;

import org.jspecify.annotations.NullMarked;
