package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.identity.api.AccountId;
import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.Sku;
import duka.kernel.web.MoneyJson;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderView;
import duka.ordering.api.ShippingAddress;
import duka.payment.api.PaymentView;
import duka.shipping.api.ShipmentStatus;
import duka.shipping.api.ShipmentView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An order with its payment and its parcels, as its owner and staff read it. What was erased is {@code null}. */
record OrderResponse(
        String id,
        String number,
        String status,
        String paymentStatus,
        String shipmentStatus,
        @Nullable Customer customer,
        List<Item> items,
        MoneyJson subtotal,
        MoneyJson shippingFee,
        MoneyJson taxIncluded,
        MoneyJson total,
        MoneyJson refundedTotal,
        Address shippingAddress,
        String shippingMethod,
        @Nullable String notes,
        @Nullable PaymentSummary payment,
        List<ParcelJson> shipments,
        @Nullable ParcelJson shipment,
        @Nullable RejectionJson rejection,
        Instant placedAt,
        Instant updatedAt,
        List<HistoryEntry> history,
        long version) {

    record Customer(String id, @Nullable String email) {}

    record Item(
            String sku,
            String productId,
            String name,
            @Nullable String image,
            int quantity,
            MoneyJson unitPrice,
            MoneyJson lineTotal) {

        static Item of(OrderLine line) {
            return new Item(
                    line.sku().code(),
                    line.productId().toString(),
                    line.name(),
                    line.image(),
                    line.quantity(),
                    MoneyJson.of(line.unitPrice()),
                    MoneyJson.of(line.lineTotal()));
        }
    }

    /** @param phone in full for those who own the order or deliver it, else {@code null} */
    record Address(
            @Nullable String fullName,
            @Nullable String phone,
            @Nullable String phoneMasked,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String county,
            @Nullable String postalCode,
            String country) {

        static Address of(ShippingAddress address, boolean phonesInFull) {
            String phone = text(address.phone());
            return new Address(
                    text(address.fullName()),
                    phonesInFull ? phone : null,
                    masked(address.phone()),
                    text(address.line1()),
                    text(address.line2()),
                    text(address.city()),
                    address.county(),
                    text(address.postalCode()),
                    address.country());
        }
    }

    record RejectionJson(String code, List<String> skus) {
        static @Nullable RejectionJson of(OrderView.@Nullable RejectionView rejection) {
            return rejection == null
                    ? null
                    : new RejectionJson(
                            rejection.code(),
                            rejection.skus().stream().map(Sku::code).toList());
        }
    }

    record HistoryEntry(Instant at, String status, @Nullable String note) {
        static HistoryEntry of(OrderView.HistoryEntry entry) {
            return new HistoryEntry(entry.at(), lower(entry.status()), entry.note());
        }
    }

    /** @param phonesInFull whether the reader may see the whole phone of the address */
    static OrderResponse of(SaleView sale, boolean phonesInFull) {
        OrderView order = sale.order();
        OrderContent content = order.content();
        PaymentView payment = sale.payment();
        List<ShipmentView> parcels = sale.shipments();
        MoneyJson refunded =
                MoneyJson.of(payment == null ? content.total().minus(content.total()) : payment.refunded());
        return new OrderResponse(
                order.id().toString(),
                content.number().toString(),
                lower(order.status()),
                lower(sale.paymentStanding()),
                shipmentStatus(parcels),
                customer(content),
                content.lines().stream().map(Item::of).toList(),
                MoneyJson.of(content.subtotal()),
                MoneyJson.of(content.shippingFee()),
                MoneyJson.of(content.taxIncluded()),
                MoneyJson.of(content.total()),
                refunded,
                Address.of(order.shippingAddress(), phonesInFull),
                content.shippingMethod(),
                text(order.notes()),
                payment == null ? null : PaymentSummary.of(payment),
                parcels.stream().map(ParcelJson::of).toList(),
                parcels.isEmpty() ? null : ParcelJson.of(parcels.getLast()),
                RejectionJson.of(order.rejection()),
                order.placedAt(),
                order.updatedAt(),
                order.history().stream().map(HistoryEntry::of).toList(),
                order.version());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String text(@Nullable Personal personal) {
        return personal == null ? null : personal.value();
    }

    static @Nullable String masked(@Nullable Personal phone) {
        return phone == null
                ? null
                : phone.reveal()
                        .flatMap(PhoneNumber::parse)
                        .map(PhoneNumber::masked)
                        .orElse(null);
    }

    private static String shipmentStatus(List<ShipmentView> parcels) {
        return ShipmentStatus.ofAll(parcels.stream().map(ShipmentView::status).toList())
                .map(OrderResponse::lower)
                .orElse("none");
    }

    private static @Nullable Customer customer(OrderContent content) {
        AccountId customer = content.customerId();
        return customer == null ? null : new Customer(customer.toString(), text(content.email()));
    }
}
