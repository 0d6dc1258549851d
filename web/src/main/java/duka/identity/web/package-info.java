/** Accounts, signing in, sessions and tickets over HTTP. */
@NullMarked
package duka.identity.web;

import org.jspecify.annotations.NullMarked;
