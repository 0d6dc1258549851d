/** The HTTP plumbing: calls come in, answers go out, and each path is counted. */
@NullMarked
package daraja.simulator.web;

import org.jspecify.annotations.NullMarked;
