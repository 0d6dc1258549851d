package duka.catalog.web;

import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.CatalogQuery.Suggest;
import duka.catalog.api.CatalogQuery.Suggestions;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductView;
import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Mint;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.kernel.web.RequestContext;
import duka.kernel.web.ShopMoney;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shop's window. What is not for sale at the moment is shown to admins alone, what is archived to nobody. */
@RestController
@RequestMapping("/api/products")
@Tag(name = "Catalogue")
class ProductController {

    private static final String BASE = "/api/products/";

    private final Queries queries;
    private final ProductEditor editor;
    private final ProductVisits visits;
    private final WrittenPages pages;
    private final ShopMoney money;
    private final Mint mint;

    ProductController(
            Queries queries,
            ProductEditor editor,
            ProductVisits visits,
            WrittenPages pages,
            ShopMoney money,
            Mint mint) {
        this.queries = queries;
        this.editor = editor;
        this.visits = visits;
        this.pages = pages;
        this.money = money;
        this.mint = mint;
    }

    @GetMapping("/")
    @Operation(summary = "Find products: full text, filters, facets and orderings")
    @Answers(ProductPage.class)
    ResponseEntity<byte[]> list(
            @ParameterObject ProductFilter filter, @ParameterObject PageRequest page, HttpServletRequest request) {
        Products found = queries.ask(filter.toQuery(page, isAdmin(), money), Products.class);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(pages.write(request, page, found));
    }

    @GetMapping("/suggestions/")
    @Operation(summary = "What somebody who types these letters may mean")
    Suggestions suggestions(@RequestParam(defaultValue = "") String q) {
        return queries.ask(new Suggest(q.strip()), Suggestions.class);
    }

    @GetMapping("/{idOrSlug}/")
    @Operation(summary = "One product, by its id or slug")
    ResponseEntity<ProductResponse> one(@PathVariable String idOrSlug) {
        ProductView product = editor.existing(idOrSlug);
        if (!product.content().active() && !isAdmin()) {
            throw Rejection.notFound("product");
        }
        return Etags.ok(product.version(), product.representation(), ProductResponse.of(product));
    }

    @PostMapping("/")
    @Operation(summary = "Put a product into the catalogue (admin)")
    @Answers(ProductResponse.class)
    ResponseEntity<?> create(Body<ProductRequest> body) {
        ProductId id = mint.id(ProductId::new);
        Answer<Object> answer = editor.create(id, body.read());
        return Reply.created(answer, BASE + id + "/", Pending.of(id), () -> one(id.toString()));
    }

    @PutMapping("/{idOrSlug}/")
    @Operation(summary = "Replace what is said about a product (admin)")
    @Answers(ProductResponse.class)
    ResponseEntity<?> replace(@PathVariable String idOrSlug, Body<ProductRequest> body, IfMatch ifMatch) {
        ProductView product = editor.existing(idOrSlug);
        return revise(product, body.read(), ifMatch);
    }

    @PatchMapping("/{idOrSlug}/")
    @Operation(summary = "Change some of what is said about a product (admin)")
    @Answers(ProductResponse.class)
    ResponseEntity<?> change(@PathVariable String idOrSlug, Body<ProductRequest> body, IfMatch ifMatch) {
        ProductView product = editor.existing(idOrSlug);
        return revise(product, body.over(ProductRequest.of(product)), ifMatch);
    }

    @DeleteMapping("/{idOrSlug}/")
    @Operation(summary = "Take a product out of the catalogue for ever (admin)")
    @Answers
    ResponseEntity<?> archive(@PathVariable String idOrSlug, IfMatch ifMatch) {
        ProductView product = editor.existing(idOrSlug);
        Answer<Object> answer = editor.archive(product, ifMatch);
        return Reply.noContent(answer, BASE + product.id() + "/", Pending.of(product.id()));
    }

    @PostMapping("/{idOrSlug}/views/")
    @Operation(summary = "Count that somebody looked at a product")
    ResponseEntity<Void> viewed(@PathVariable String idOrSlug) {
        visits.count(editor.existing(idOrSlug).id());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<?> revise(ProductView product, ProductRequest request, IfMatch ifMatch) {
        String id = product.id().toString();
        Answer<Object> answer = editor.revise(product, request, ifMatch);
        return Reply.ok(answer, BASE + id + "/", Pending.of(id), () -> one(id));
    }

    private static boolean isAdmin() {
        return RequestContext.caller().map(Caller::isAdmin).orElse(false);
    }
}
