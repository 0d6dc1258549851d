/** The shop's figures over HTTP, as JSON or as files for a spreadsheet. */
@NullMarked
package duka.analytics.web;

import org.jspecify.annotations.NullMarked;
