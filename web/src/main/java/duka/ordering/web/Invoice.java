package duka.ordering.web;

import duka.checkout.api.SaleView;
import duka.kernel.Money;
import duka.kernel.Personal;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderView;
import duka.ordering.api.ShippingAddress;
import duka.payment.api.PaymentView;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says, in whatever form it is printed: texts that are ready for people.
 *
 * @param kind what it is in the eyes of the tax office
 * @param facts dates and states, name and value
 * @param buyer name and address, line by line; what was erased is left out
 * @param sums from the subtotal down; the total is the last but what was paid and given back
 */
record Invoice(
        String seller,
        String number,
        String kind,
        List<Fact> facts,
        List<String> buyer,
        List<Line> lines,
        List<Fact> sums) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    record Fact(String name, String value) {}

    record Line(String sku, String name, String quantity, String unitPrice, String total) {}

    static Invoice of(SaleView sale, Seller seller) {
        OrderView order = sale.order();
        OrderContent content = order.content();
        return new Invoice(
                seller.shopName(),
                content.number().toString(),
                seller.issuesTaxInvoices()
                        ? "Tax invoice, eTIMS " + seller.etimsNumber().strip()
                        : "This is not a tax invoice.",
                List.of(
                        new Fact("Date", DAY.format(order.placedAt().atZone(seller.timeZone()))),
                        new Fact("Order", spoken(order.status())),
                        new Fact("Payment", spoken(content.paymentMethod()) + ", " + spoken(sale.paymentStanding()))),
                buyer(order.shippingAddress()),
                content.lines().stream().map(Invoice::line).toList(),
                sums(content, sale.payment()));
    }

    private static Line line(OrderLine line) {
        return new Line(
                line.sku().code(),
                line.name(),
                Integer.toString(line.quantity()),
                written(line.unitPrice()),
                written(line.lineTotal()));
    }

    private static List<Fact> sums(OrderContent content, @Nullable PaymentView payment) {
        List<Fact> sums = new ArrayList<>();
        sums.add(new Fact("Subtotal", written(content.subtotal())));
        sums.add(new Fact("Delivery", written(content.shippingFee())));
        sums.add(new Fact("Total", written(content.total())));
        sums.add(new Fact("of which VAT", written(content.taxIncluded())));
        if (payment != null && payment.refunded().isPositive()) {
            sums.add(new Fact("Refunded", written(payment.refunded())));
        }
        return List.copyOf(sums);
    }

    private static List<String> buyer(ShippingAddress address) {
        return Stream.of(
                        known(address.fullName()),
                        known(address.line1()),
                        known(address.line2()),
                        joined(known(address.city()), known(address.postalCode())),
                        joined(address.county(), address.country()))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String known(@Nullable Personal personal) {
        return Objects.requireNonNullElse(OrderResponse.text(personal), "");
    }

    private static String joined(@Nullable String first, String second) {
        return first == null || first.isBlank() ? second : second.isBlank() ? first : first + ", " + second;
    }

    private static String spoken(Enum<?> constant) {
        return OrderResponse.lower(constant).replace('_', ' ').replace("mpesa", "M-Pesa");
    }

    private static String written(Money money) {
        return String.format(
                Locale.ROOT, "%s %,.2f", money.currency().code(), BigDecimal.valueOf(money.minorUnits(), 2));
    }
}
