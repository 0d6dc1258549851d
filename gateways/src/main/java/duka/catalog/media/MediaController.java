package duka.catalog.media;

import duka.catalog.media.PictureFolder.Rendition;
import duka.kernel.Rejection;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands pictures out to everybody. What an address shows never changes, so it may be kept for ever. */
@RestController
@RequestMapping("/api/media")
class MediaController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PictureFolder pictures;

    MediaController(PictureFolder pictures) {
        this.pictures = pictures;
    }

    /** @param width in pixels: the answer is the smallest that is kept of at least that width, or the largest */
    @GetMapping("/{key}/")
    ResponseEntity<Resource> picture(
            @PathVariable String key, @RequestParam(defaultValue = "" + Integer.MAX_VALUE) int width)
            throws IOException {
        Rendition found = pictures.find(key, width).orElseThrow(() -> Rejection.notFound("picture"));
        return ResponseEntity.ok()
                .contentType(found.format().equals("png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .cacheControl(FOR_EVER)
                .eTag("\"" + key + "-" + found.size().width() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(found.file()));
    }
}
