package duka.catalog.web;

import duka.catalog.api.ImageId;
import duka.catalog.api.Pictures;
import duka.catalog.api.ProductCommand.AddProductImage;
import duka.catalog.api.ProductCommand.RemoveProductImage;
import duka.catalog.api.ProductImage;
import duka.catalog.api.ProductView;
import duka.kernel.Rejection;
import duka.kernel.web.Answers;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Mint;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The pictures of a product. The first is the one that lists show; {@code If-Match} is about the product. */
@RestController
@RequestMapping("/api/products/{idOrSlug}/images")
@Tag(name = "Catalogue")
class ProductImageController {

    private final ProductEditor products;
    private final Pictures pictures;
    private final Commands commands;
    private final Mint mint;

    ProductImageController(ProductEditor products, Pictures pictures, Commands commands, Mint mint) {
        this.products = products;
        this.pictures = pictures;
        this.commands = commands;
        this.mint = mint;
    }

    @PostMapping(path = "/", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Show one more picture of a product: PNG, JPEG or WebP (admin)")
    @Answers(ProductResponse.Image.class)
    ResponseEntity<?> add(
            @PathVariable String idOrSlug,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String alt,
            IfMatch ifMatch) {
        ProductView product = products.existing(idOrSlug);
        UploadedPicture upload = UploadedPicture.of(file, alt);
        ImageId id = mint.id(ImageId::new);
        ProductImage image = upload.keptIn(pictures, id, product.content().name());
        Answer<Object> answer = commands.send(new AddProductImage(product.id(), image, ifMatch.version()));
        return Reply.created(answer, address(product), Pending.of(id), () -> shown(product, id));
    }

    @DeleteMapping("/{imageId}/")
    @Operation(summary = "Take a picture off a product (admin)")
    @Answers
    ResponseEntity<?> remove(@PathVariable String idOrSlug, @PathVariable ImageId imageId, IfMatch ifMatch) {
        ProductView product = products.existing(idOrSlug);
        if (!shows(product, imageId)) {
            throw Rejection.notFound("image");
        }
        Answer<Object> answer = commands.send(new RemoveProductImage(product.id(), imageId, ifMatch.version()));
        return Reply.noContent(answer, address(product), Pending.of(imageId));
    }

    /** Nothing of it, if somebody took it away meanwhile. */
    private ResponseEntity<?> shown(ProductView product, ImageId id) {
        return products.existing(product.id().toString()).images().stream()
                .filter(image -> image.id().equals(id.value()))
                .findFirst()
                .map(image -> ResponseEntity.ok(ProductResponse.image(image)))
                .orElseThrow(() -> Rejection.notFound("image"));
    }

    private static boolean shows(ProductView product, ImageId id) {
        return product.images().stream().anyMatch(image -> image.id().equals(id.value()));
    }

    private static String address(ProductView product) {
        return "/api/products/" + product.id() + "/";
    }
}
