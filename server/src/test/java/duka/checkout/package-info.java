/** The whole shop under test as its callers meet it, and the sales they make. */
package duka.checkout;
