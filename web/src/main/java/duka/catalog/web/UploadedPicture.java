package duka.catalog.web;

import duka.catalog.api.ImageId;
import duka.catalog.api.Pictures;
import duka.catalog.api.Pictures.Outcome.Kept;
import duka.catalog.api.Pictures.Outcome.Refused;
import duka.catalog.api.ProductImage;
import duka.kernel.web.FieldProblem;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/**
 * A picture as it was sent.
 *
 * @param alt what it shows; the product's name stands for it when absent
 */
record UploadedPicture(MultipartFile file, @Nullable String alt) {

    private static final int LONGEST_ALT = 300;
    private static final Duration COME_BACK_IN = Duration.ofSeconds(30);

    /** @throws InvalidInput if there is no file, or the text cannot be kept */
    static UploadedPicture of(@Nullable MultipartFile file, @Nullable String alt) {
        if (file == null || file.isEmpty()) {
            throw InvalidInput.fields(List.of(new FieldProblem("file", "required", "It is missing.")));
        }
        String text = alt == null || alt.isBlank() ? null : alt.strip();
        if (text != null && text.length() > LONGEST_ALT) {
            throw InvalidInput.fields(List.of(
                    new FieldProblem("alt", "length_out_of_range", "It has at most " + LONGEST_ALT + " characters.")));
        }
        if (text != null && text.indexOf('\0') >= 0) {
            throw InvalidInput.fields(List.of(new FieldProblem("alt", "invalid", "A NUL character is not allowed.")));
        }
        return new UploadedPicture(file, text);
    }

    /**
     * @throws HttpRefusal 415 for what is no picture by its content, 503 if it cannot be written now
     * @throws InvalidInput for one that cannot be read to its end, or is too large to be unpacked
     */
    ProductImage keptIn(Pictures pictures, ImageId id, String productName) {
        return switch (kept(pictures)) {
            case Kept kept ->
                new ProductImage(id, kept.key(), alt == null ? productName : alt, kept.width(), kept.height());
            case Refused refused -> throw refusal(refused.fault());
        };
    }

    private Pictures.Outcome kept(Pictures pictures) {
        try {
            return pictures.keep(file.getBytes());
        } catch (IOException | UncheckedIOException e) {
            throw HttpRefusal.unavailable("Pictures cannot be kept now.", COME_BACK_IN);
        }
    }

    private static RuntimeException refusal(Pictures.Fault fault) {
        return switch (fault) {
            case UNKNOWN_KIND ->
                new HttpRefusal(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported_media_type",
                        "A picture is PNG, JPEG or WebP, by its content.");
            case BROKEN -> InvalidInput.field("file", "image_broken", "The picture cannot be read to its end.");
            case TOO_MANY_PIXELS -> InvalidInput.field("file", "image_too_large", "The picture has too many pixels.");
        };
    }
}
