/** The shop's window over HTTP: categories, products, their search and their import. */
@NullMarked
package duka.catalog.web;

import org.jspecify.annotations.NullMarked;
