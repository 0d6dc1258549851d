/** What tests stand on: one PostgreSQL for all, a database of its own for each, and the shop without edge and outside. */
package duka.server.testing;
