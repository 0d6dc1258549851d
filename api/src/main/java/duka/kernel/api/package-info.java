/** What every message travels with: who asked, what caused it, what a refusal looks like. */
@NullMarked
package duka.kernel.api;

import org.jspecify.annotations.NullMarked;
