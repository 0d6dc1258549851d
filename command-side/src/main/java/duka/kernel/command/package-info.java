/** What the aggregates of every feature share: how a caller's stale knowledge is refused. */
@NullMarked
package duka.kernel.command;

import org.jspecify.annotations.NullMarked;
