/** Which addresses that strangers name may be reached from here. */
@NullMarked
package duka.kernel.outside;

import org.jspecify.annotations.NullMarked;
