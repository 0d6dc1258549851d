/** The shop's figures: narrow facts of each order and each movement of money, and what they add up to. */
@NullMarked
package duka.analytics.query;

import org.jspecify.annotations.NullMarked;
