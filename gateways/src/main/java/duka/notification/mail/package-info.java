/** Mails and text messages: their words, that each goes out at most once, and who carries them. */
@NullMarked
package duka.notification.mail;

import org.jspecify.annotations.NullMarked;
