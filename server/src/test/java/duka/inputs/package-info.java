/** What callers send wrongly, tried on every operation that the server describes. */
package duka.inputs;
