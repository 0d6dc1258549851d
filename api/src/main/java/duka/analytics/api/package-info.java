/** What may be asked about the shop's figures: how much was sold, to whom, and which events say so. */
@NullMarked
package duka.analytics.api;

import org.jspecify.annotations.NullMarked;
