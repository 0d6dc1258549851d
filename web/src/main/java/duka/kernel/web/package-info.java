/** What all controllers share: sending commands, problems, pages, versions, idempotency and limits. */
@NullMarked
package duka.kernel.web;

import org.jspecify.annotations.NullMarked;
