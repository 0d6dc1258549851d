/** Parcels over HTTP: for staff who send them and people who wait for them. */
@NullMarked
package duka.shipping.web;

import org.jspecify.annotations.NullMarked;
