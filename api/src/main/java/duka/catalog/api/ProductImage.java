package duka.catalog.api;

/**
 * A picture on a product's page.
 *
 * @param key by which {@link Pictures} knows it; two products may show the same
 * @param alt what it shows, for those who cannot see it
 * @param width in pixels, of the largest size that is kept
 * @param height in pixels, of the largest size that is kept
 */
public record ProductImage(ImageId id, String key, String alt, int width, int height) {}
