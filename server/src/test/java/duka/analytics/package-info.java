/** The figures of the whole shop, asked over HTTP. */
@org.jspecify.annotations.NullMarked
package duka.analytics;
