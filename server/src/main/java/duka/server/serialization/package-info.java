/** How messages are written down: by logical names, in plain JSON, with everything personal sealed. */
@NullMarked
package duka.server.serialization;

import org.jspecify.annotations.NullMarked;
