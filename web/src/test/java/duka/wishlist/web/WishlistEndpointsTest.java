package duka.wishlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.cart.api.CartCommand.AddCartItem;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.kernel.web.World;
import duka.wishlist.api.WishlistCommand.AddWish;
import duka.wishlist.api.WishlistCommand.RemoveWish;
import duka.wishlist.api.WishlistId;
import duka.wishlist.api.WishlistQuery.FindWish;
import duka.wishlist.api.WishlistQuery.ListWishes;
import duka.wishlist.api.WishlistQuery.Wish;
import duka.wishlist.api.WishlistQuery.Wishes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WishlistEndpointsTest extends EdgeTest {

    private static final String WISHES = "/api/wishlist/";
    private static final String LAMP = "{\"product_id\":\"" + Samples.LAMP + "\"}";
    private static final String MOVE = WISHES + Samples.LAMP + "/move-to-cart/";

    private final Set<ProductId> wished = new LinkedHashSet<>();

    @BeforeEach
    void anEmptyListInAShopWithALamp() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        world.on(AddWish.class, add -> wished.add(add.productId()));
        world.on(RemoveWish.class, remove -> wished.remove(remove.productId()));
        world.answers(ListWishes.class, list -> wishes(wished));
        world.answers(
                FindWish.class,
                find -> wishes(wished.contains(find.productId()) ? Set.of(find.productId()) : Set.of()));
    }

    @Test
    void a_wish_shows_what_the_shop_says_today() {
        Answered made = post(CUSTOMER, WISHES, LAMP);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(made.json().propertyNames()).containsExactly("product", "added_at");
        JsonNode product = get(CUSTOMER, WISHES).json().path("results").get(0).path("product");
        assertThat(product.propertyNames()).containsExactly("id", "slug", "name", "image", "price", "stock");
        assertThat(product.path("slug").asString()).isEqualTo("lamp");
        assertThat(product.path("price").path("amount").asString()).isEqualTo("1500.00");
        assertThat(product.path("stock").path("available").asInt()).isEqualTo(7);
        assertThat(product.path("stock").path("in_stock").asBoolean()).isTrue();
        AddWish sent = world.sent(AddWish.class).getFirst();
        assertThat(sent.wishlistId()).isEqualTo(WishlistId.of(WANJIKU));
        assertThat(sent.customerId()).isEqualTo(WANJIKU);
        assertThat(post(CUSTOMER, WISHES, LAMP).status()).isEqualTo(201);
    }

    @Test
    void only_what_is_on_sale_can_be_wished_for_and_only_by_who_is_signed_in() {
        assertThat(get(null, WISHES).status()).isEqualTo(401);
        assertThat(post(null, WISHES, LAMP).status()).isEqualTo(401);
        assertThat(post(CUSTOMER, WISHES, "{}").status()).isEqualTo(400);
        assertThat(post(CUSTOMER, WISHES, "{\"product_id\":7}").status()).isEqualTo(400);
        for (String unknown : List.of("none", Samples.uuid(77).toString())) {
            Answered refused = post(CUSTOMER, WISHES, "{\"product_id\":\"" + unknown + "\"}");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("product_not_found");
        }
        assertThat(world.sent).isEmpty();
    }

    @Test
    void a_wish_is_taken_off_and_being_off_is_fine() {
        post(CUSTOMER, WISHES, LAMP);
        assertThat(send("DELETE", CUSTOMER, WISHES + Samples.LAMP + "/", null).status())
                .isEqualTo(204);
        assertThat(send("DELETE", CUSTOMER, WISHES + Samples.LAMP + "/", null).status())
                .isEqualTo(204);
        assertThat(send("DELETE", CUSTOMER, WISHES + "none/", null).status()).isEqualTo(404);
        assertThat(get(CUSTOMER, WISHES).json().path("count").asInt()).isZero();
    }

    @Test
    void one_piece_moves_to_the_cart_and_the_wish_is_gone() {
        post(CUSTOMER, WISHES, LAMP);
        Answered moved = send("POST", CUSTOMER, MOVE, null);
        assertThat(moved.status()).as(moved.response().body()).isEqualTo(200);
        assertThat(moved.json().has("item_count")).isTrue();
        AddCartItem added = world.sent(AddCartItem.class).getFirst();
        assertThat(added.quantity()).isEqualTo(1);
        assertThat(added.sku()).isEqualTo(Samples.LAMP_SKU);
        assertThat(added.unitPrice()).isEqualTo(Samples.kes(1_500));
        assertThat(wished).isEmpty();
    }

    @Test
    void moving_again_changes_nothing_and_what_nobody_wished_for_is_not_there() {
        assertThat(send("POST", CUSTOMER, MOVE, null).status()).isEqualTo(404);
        var cart = Samples.cart(WANJIKU, 1, 1_500);
        world.carts.put(cart.id(), cart);
        assertThat(send("POST", CUSTOMER, MOVE, "{}").json().path("item_count").asInt())
                .isEqualTo(1);
        assertThat(world.sent).isEmpty();
        assertThat(send("POST", null, MOVE, null).status()).isEqualTo(401);
    }

    @Test
    void what_does_not_fit_into_the_cart_stays_a_wish() {
        post(CUSTOMER, WISHES, LAMP);
        world.on(AddCartItem.class, add -> {
            throw new Rejection("insufficient_stock", "None left.", Map.of("available", 0));
        });
        Answered refused = send("POST", CUSTOMER, MOVE, null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("insufficient_stock");
        assertThat(refused.json().path("available").asInt()).isZero();
        assertThat(wished).containsExactly(Samples.LAMP);
    }

    @Test
    void of_several_variants_one_is_named() {
        ProductId shirt = new ProductId(Samples.uuid(9));
        world.list(
                shirt,
                new ProductContent(
                        "shirt",
                        "Shirt",
                        "",
                        Samples.kes(900),
                        null,
                        null,
                        Map.of(),
                        List.of(new Variant(new Sku("S"), Map.of(), null), new Variant(new Sku("M"), Map.of(), null)),
                        true),
                4);
        wished.add(shirt);
        String move = WISHES + shirt + "/move-to-cart/";
        assertThat(send("POST", CUSTOMER, move, null).code()).isEqualTo("variant_required");
        assertThat(send("POST", CUSTOMER, move, "{\"sku\":\"LAMP-1\"}").status())
                .isEqualTo(400);
        assertThat(world.sent).isEmpty();
        assertThat(send("POST", CUSTOMER, move, "{\"sku\":\"m\"}").status()).isEqualTo(200);
        assertThat(world.sent(AddCartItem.class).getFirst().sku()).isEqualTo(new Sku("M"));
    }

    private static Wishes wishes(Set<ProductId> products) {
        return new Wishes(
                products.size(),
                products.stream().map(id -> new Wish(id, World.NOW)).toList());
    }
}
