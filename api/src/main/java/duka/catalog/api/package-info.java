/** What is for sale: the messages about categories and products. */
@NullMarked
package duka.catalog.api;

import org.jspecify.annotations.NullMarked;
