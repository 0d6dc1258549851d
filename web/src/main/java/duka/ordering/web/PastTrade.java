package duka.ordering.web;

import duka.cart.api.CartId;
import duka.catalog.api.CatalogQuery.FindProductsBySku;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.ProductView;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import duka.kernel.web.Commands;
import duka.kernel.web.Queries;
import duka.kernel.web.ShopMoney;
import duka.ordering.api.OrderCommand.ImportOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.PastEnd;
import duka.ordering.api.PaymentMethod;
import duka.ordering.web.ImportResponse.Excluded;
import duka.ordering.web.PastBuyers.PastBuyer;
import duka.payment.api.PastMoneyCommand.ImportPayment;
import duka.payment.api.PastMoneyCommand.ImportRefund;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes orders of past invoices and refunds of past credits. All identities follow from the export's own numbers.
 */
@Component
class PastTrade {

    private final Queries queries;
    private final Commands commands;
    private final OrderNumbers numbers;
    private final PastBuyers buyers;
    private final ShopMoney money;
    private final Clock clock;
    private final int vatRate;

    PastTrade(
            Queries queries,
            Commands commands,
            OrderNumbers numbers,
            PastBuyers buyers,
            ShopMoney money,
            Clock clock,
            @Value("${duka.vat-rate:16}") int vatRate) {
        this.queries = queries;
        this.commands = commands;
        this.numbers = numbers;
        this.buyers = buyers;
        this.money = money;
        this.clock = clock;
        this.vatRate = vatRate;
    }

    /**
     * @return whether anything of it could be taken
     * @throws Rejection {@code in_the_future}, {@code unknown_customer}, or {@code id_taken} if another invoice bore its
     *     number
     */
    boolean take(ImportRequest.Invoice invoice, List<Excluded> excluded) {
        refuseTheFuture(invoice.occurredAt());
        List<OrderLine> lines = lines(invoice, excluded);
        if (lines.isEmpty()) {
            return false;
        }
        OrderId order = PastBuyers.order(invoice.number());
        OrderContent content = content(order, invoice, lines);
        PastEnd end = end(invoice);
        commands.send(new ImportOrder(order, content, end));
        if (end == PastEnd.COMPLETED) {
            commands.send(new ImportPayment(
                    PaymentId.of(order),
                    order,
                    content.total(),
                    content.number().accountReference(),
                    invoice.occurredAt()));
        }
        return true;
    }

    /** @throws Rejection {@code in_the_future}, {@code refund_exceeds_payment}, or that there is no such invoice */
    void take(ImportRequest.Credit credit) {
        refuseTheFuture(credit.occurredAt());
        PaymentId payment = PaymentId.of(PastBuyers.order(credit.invoice()));
        commands.send(new ImportRefund(
                payment,
                RefundId.of(payment, "credit:" + credit.number()),
                money.read(credit.amount(), "credits"),
                "Credit " + credit.number(),
                credit.occurredAt()));
    }

    private void refuseTheFuture(Instant occurredAt) {
        if (occurredAt.isAfter(clock.instant())) {
            throw new Rejection("in_the_future", "Past trade lies in the past.");
        }
    }

    private OrderContent content(OrderId order, ImportRequest.Invoice invoice, List<OrderLine> lines) {
        Money total = lines.stream().map(OrderLine::lineTotal).reduce(Money.zero(money.currency()), Money::plus);
        PastBuyer buyer = buyers.of(invoice);
        return new OrderContent(
                numbers.of(order),
                buyer.account(),
                buyer.person(),
                new CartId(Uuids.derive(order.value(), "cart")),
                lines,
                total,
                Money.zero(money.currency()),
                total.includedTax(vatRate),
                total,
                buyer.address(),
                "past",
                PaymentMethod.EXTERNAL,
                null,
                null,
                null,
                invoice.occurredAt());
    }

    /** One line per SKU and price, in the order of the invoice; what the shop has never listed is left out. */
    private List<OrderLine> lines(ImportRequest.Invoice invoice, List<Excluded> excluded) {
        Map<Sku, ProductView> products = products(invoice);
        Map<Priced, Integer> pieces = new LinkedHashMap<>();
        for (ImportRequest.Line line : invoice.lines()) {
            Sku sku = Sku.parse(line.sku()).orElse(null);
            Money price = money.read(line.unitPrice(), "invoices");
            if (sku == null || !products.containsKey(sku)) {
                excluded.add(new Excluded(invoice.number(), line.sku(), "unknown_product"));
            } else if (!price.isPositive()) {
                excluded.add(new Excluded(invoice.number(), line.sku(), "no_price"));
            } else {
                pieces.merge(new Priced(sku, price), line.quantity(), Integer::sum);
            }
        }
        List<OrderLine> lines = new ArrayList<>();
        pieces.forEach((priced, quantity) ->
                lines.add(line(Objects.requireNonNull(products.get(priced.sku())), priced, quantity)));
        return List.copyOf(lines);
    }

    private Map<Sku, ProductView> products(ImportRequest.Invoice invoice) {
        List<Sku> skus = invoice.lines().stream()
                .flatMap(line -> Sku.parse(line.sku()).stream())
                .distinct()
                .toList();
        Map<Sku, ProductView> bySku = new LinkedHashMap<>();
        for (ProductView product :
                queries.ask(new FindProductsBySku(skus), Products.class).results()) {
            for (Sku sku : skus) {
                if (product.content().variants().stream()
                        .anyMatch(variant -> variant.sku().equals(sku))) {
                    bySku.put(sku, product);
                }
            }
        }
        return bySku;
    }

    private static OrderLine line(ProductView product, Priced priced, int quantity) {
        return new OrderLine(
                priced.sku(),
                product.id(),
                product.content().name(),
                null,
                quantity,
                priced.price(),
                priced.price().times(quantity));
    }

    private static PastEnd end(ImportRequest.Invoice invoice) {
        String written = invoice.end();
        return written == null ? PastEnd.COMPLETED : PastEnd.valueOf(written.toUpperCase(Locale.ROOT));
    }

    private record Priced(Sku sku, Money price) {}
}
