/** The keys of personal data: made, wrapped, used, and destroyed when a person asks to be forgotten. */
@NullMarked
package duka.server.people;

import org.jspecify.annotations.NullMarked;
