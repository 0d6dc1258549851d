/** What customers say, wish for and are told, under test as its callers meet it. */
package duka.review;
