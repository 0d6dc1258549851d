package duka.catalog.web;

import duka.catalog.api.ImageId;
import duka.catalog.api.Pictures;
import duka.catalog.api.Pictures.Outcome.Kept;
import duka.catalog.api.Pictures.Outcome.Refused;
import duka.catalog.api.ProductCommand.AddProductImage;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductImage;
import duka.catalog.api.ProductView;
import duka.catalog.api.RemotePictures;
import duka.catalog.api.RemotePictures.NotFetched;
import duka.catalog.web.ImportJob.LineError;
import duka.catalog.web.ProductSheet.Row;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches the picture that a row names. Its id follows from the product and the address: the same sheet, imported again,
 * fetches and shows nothing twice. A product is in whatever becomes of its picture.
 */
@Component
class ImportedPicture {

    private final RemotePictures remote;
    private final Pictures pictures;
    private final SilentCommands commands;

    ImportedPicture(RemotePictures remote, Pictures pictures, SilentCommands commands) {
        this.remote = remote;
        this.pictures = pictures;
        this.commands = commands;
    }

    /**
     * @param before the product as it was shown before the row was taken, if it was there
     * @return why it has no such picture, or nothing
     */
    Optional<LineError> add(
            ImportedRow.Context context, ProductId product, String name, @Nullable ProductView before, Row row) {
        if (row.imageUrl().isEmpty()) {
            return Optional.empty();
        }
        ImageId id = new ImageId(Uuids.derive(product.value(), "image:" + row.imageUrl()));
        if (before != null
                && before.images().stream().anyMatch(image -> image.id().equals(id.value()))) {
            return Optional.empty();
        }
        try {
            switch (pictures.keep(remote.fetch(row.imageUrl()))) {
                case Kept kept -> {
                    ProductImage image = new ProductImage(id, kept.key(), name, kept.width(), kept.height());
                    commands.send(context.actor(), context.job(), new AddProductImage(product, image, null));
                    return Optional.empty();
                }
                case Refused refused -> {
                    return wrong(row, said(refused.fault()));
                }
            }
        } catch (NotFetched | Rejection e) {
            return wrong(row, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return wrong(row, "Pictures cannot be kept now.");
        }
    }

    private static Optional<LineError> wrong(Row row, String why) {
        return Optional.of(new LineError(row.line(), "The product is in, its picture is not: " + why));
    }

    private static String said(Pictures.Fault fault) {
        return switch (fault) {
            case UNKNOWN_KIND -> "A picture is PNG, JPEG or WebP, by its content.";
            case BROKEN -> "It cannot be read to its end.";
            case TOO_MANY_PIXELS -> "It has too many pixels.";
        };
    }
}
