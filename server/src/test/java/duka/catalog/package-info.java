/** The catalogue under test as its callers meet it. */
package duka.catalog;
