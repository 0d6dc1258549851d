/** Who people are to the rest of the shop: their ids and the keys of their personal data. */
@NullMarked
package duka.identity.api;

import org.jspecify.annotations.NullMarked;
