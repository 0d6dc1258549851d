/** Accounts, and how they end, under test as their owners meet them. */
package duka.identity;
