/** Parcels, under test as staff meet them. */
package duka.shipping;
