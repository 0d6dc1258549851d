/** The pictures of products: taken in, made smaller, kept on disk, and handed out. */
@NullMarked
package duka.catalog.media;

import org.jspecify.annotations.NullMarked;
