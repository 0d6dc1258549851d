/** Accounts, their passwords, and the sessions and tokens of those who are signed in. */
@NullMarked
package duka.identity.account;

import org.jspecify.annotations.NullMarked;
