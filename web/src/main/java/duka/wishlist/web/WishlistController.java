package duka.wishlist.web;

import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.FindProductsById;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductView;
import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.kernel.web.RequestContext;
import duka.wishlist.api.WishlistCommand.AddWish;
import duka.wishlist.api.WishlistCommand.RemoveWish;
import duka.wishlist.api.WishlistId;
import duka.wishlist.api.WishlistQuery.FindWish;
import duka.wishlist.api.WishlistQuery.ListWishes;
import duka.wishlist.api.WishlistQuery.Wish;
import duka.wishlist.api.WishlistQuery.Wishes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller means to come back to. Taking a wish to the cart is the cart's own call. */
@RestController
@RequestMapping("/api/wishlist")
@Tag(name = "Wishlist")
class WishlistController {

    private static final String BASE = "/api/wishlist/";

    private final Queries queries;
    private final Commands commands;

    WishlistController(Queries queries, Commands commands) {
        this.queries = queries;
        this.commands = commands;
    }

    record WishRequest(@NotBlank String productId) {}

    @GetMapping("/")
    @Operation(summary = "The caller's wishes, the newest first")
    PageOf<WishResponse> list(@ParameterObject PageRequest page) {
        Wishes found = queries.ask(new ListWishes(customer(), page), Wishes.class);
        return PageOf.of(page, found.count(), shown(found.results()));
    }

    @PostMapping("/")
    @Operation(summary = "Wish for a product; doing it again changes nothing")
    @Answers(WishResponse.class)
    ResponseEntity<?> add(Body<WishRequest> body) {
        AccountId customer = customer();
        ProductId product = onSale(body.read().productId());
        Answer<Object> answer = commands.send(new AddWish(WishlistId.of(customer), customer, product));
        return Reply.created(answer, BASE, Pending.of(product), () -> one(customer, product));
    }

    @DeleteMapping("/{productId}/")
    @Operation(summary = "Take a product off the list; silent when it is not on it")
    @Answers
    ResponseEntity<?> remove(@PathVariable ProductId productId) {
        Answer<Object> answer = commands.send(new RemoveWish(WishlistId.of(customer()), productId));
        return Reply.noContent(answer, BASE, Pending.of(productId));
    }

    private ResponseEntity<?> one(AccountId customer, ProductId product) {
        return shown(queries.ask(new FindWish(customer, product), Wishes.class).results()).stream()
                .findFirst()
                .map(ResponseEntity::ok)
                .orElseThrow(() -> Rejection.notFound("wish"));
    }

    /** What goes off sale between the two questions is left out. */
    private List<WishResponse> shown(List<Wish> wishes) {
        Map<ProductId, ProductView> products = wishes.isEmpty()
                ? Map.of()
                : queries
                        .ask(
                                new FindProductsById(
                                        wishes.stream().map(Wish::productId).toList()),
                                Products.class)
                        .results()
                        .stream()
                        .collect(Collectors.toMap(ProductView::id, Function.identity()));
        return wishes.stream()
                .flatMap(
                        wish -> Optional.ofNullable(products.get(wish.productId()))
                                .map(product -> WishResponse.of(wish, product))
                                .stream())
                .toList();
    }

    private ProductId onSale(String written) {
        return Uuids.parse(written).stream()
                .flatMap(id -> queries.ask(new FindProduct(id.toString()), Products.class).results().stream())
                .filter(product -> product.content().active() && !product.archived())
                .map(ProductView::id)
                .findFirst()
                .orElseThrow(
                        () -> new HttpRefusal(HttpStatus.NOT_FOUND, "product_not_found", "There is no such product."));
    }

    private static AccountId customer() {
        return RequestContext.caller().map(Caller::accountId).orElseThrow(HttpRefusal::unauthenticated);
    }
}
