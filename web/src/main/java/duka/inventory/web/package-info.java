/** What is on the shelf, over HTTP, for staff. */
@NullMarked
package duka.inventory.web;

import org.jspecify.annotations.NullMarked;
