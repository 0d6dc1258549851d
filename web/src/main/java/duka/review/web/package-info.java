/** Reviews over HTTP: whoever is signed in writes them, staff hide them, everybody reads the rest. */
@NullMarked
package duka.review.web;

import org.jspecify.annotations.NullMarked;
