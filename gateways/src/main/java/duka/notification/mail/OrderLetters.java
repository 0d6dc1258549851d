package duka.notification.mail;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.identity.api.AccountId;
import duka.identity.api.GuestToken;
import duka.identity.api.Languages;
import duka.identity.api.Lookups;
import duka.kernel.Money;
import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.api.DueWorkHandler;
import duka.notification.api.Letter;
import duka.notification.api.LetterKind;
import duka.notification.api.OrderNews;
import duka.notification.api.Post;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.ordering.api.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** Writes to buyers about their orders. What is personal is opened here, when the letter is written, and kept nowhere. */
final class OrderLetters implements DueWorkHandler<OrderNews> {

    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_LOOKS = 60;
    private static final Duration UNTIL_READ = Duration.ofSeconds(1);

    private final QueryGateway queries;
    private final Post post;
    private final Languages languages;
    private final Lookups lookups;

    OrderLetters(QueryGateway queries, Post post, Languages languages, Lookups lookups) {
        this.queries = queries;
        this.post = post;
        this.languages = languages;
        this.lookups = lookups;
    }

    @Override
    public String task() {
        return OrderNews.TASK;
    }

    @Override
    public Class<OrderNews> data() {
        return OrderNews.class;
    }

    @Override
    public Next run(OrderNews news, int attempt) {
        Optional<SaleView> sale = sale(news);
        if (sale.isEmpty()) {
            return attempt < MOST_LOOKS ? Next.again(UNTIL_READ) : Next.done();
        }
        if (isWorthALetter(news.kind(), sale.get())) {
            write(news, sale.get());
        }
        return Next.done();
    }

    /** A gateway that takes nothing at present does not keep back what goes the other way. */
    private void write(OrderNews news, SaleView sale) {
        OrderContent content = sale.order().content();
        Letter letter = new Letter(
                news.kind(),
                language(sale),
                link(content, sale),
                List.of(content.number().toString(), spelt(news.amount())));
        try {
            if (isTexted(news.kind())) {
                phone(sale).ifPresent(phone -> post.text(news.id(), phone, letter));
            }
        } finally {
            Personal email = content.email();
            if (email != null && isMailed(news.kind())) {
                email.reveal().ifPresent(address -> post.mail(news.id(), address, letter));
            }
        }
    }

    /** Whose order goes on, or has ended, is not told to try again; imported history is no news to anybody. */
    private static boolean isWorthALetter(LetterKind kind, SaleView sale) {
        return sale.order().content().occurredAt() == null && (kind != LetterKind.PAYMENT_FAILED || isOpen(sale));
    }

    private static boolean isOpen(SaleView sale) {
        return sale.order().status() == OrderStatus.PLACED || sale.order().status() == OrderStatus.AWAITING_PAYMENT;
    }

    /** Texts cost money: that it is paid, and that it is on its way, are worth it. */
    private static boolean isTexted(LetterKind kind) {
        return kind == LetterKind.PAYMENT_RECEIVED || kind == LetterKind.SHIPMENT_SHIPPED;
    }

    /** Who paid has the mail that confirms the order. */
    private static boolean isMailed(LetterKind kind) {
        return kind != LetterKind.PAYMENT_RECEIVED;
    }

    /** Where the parcel goes, since that is whom it is about. */
    private static Optional<PhoneNumber> phone(SaleView sale) {
        return sale.order().shippingAddress().phone().reveal().flatMap(PhoneNumber::parse);
    }

    private Locale language(SaleView sale) {
        AccountId customer = sale.order().content().customerId();
        return customer == null ? languages.ofGuest(sale.order().id()) : languages.of(customer);
    }

    private String link(OrderContent content, SaleView sale) {
        String path = "/orders/" + content.number();
        return content.customerId() != null
                ? path
                : path + "?token="
                        + GuestToken.write(
                                lookups, GuestToken.ORDER, sale.order().id().value());
    }

    /** As prices are spelt in Kenya: {@code KES 3,250}, and cents only if there are some. */
    private static String spelt(@Nullable Money amount) {
        if (amount == null) {
            return "";
        }
        String decimal = amount.isWhole() ? Long.toString(amount.wholeUnits()) : amount.decimal();
        return amount.currency() + " " + decimal.replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))", ",");
    }

    private Optional<SaleView> sale(OrderNews news) {
        try {
            return queries
                    .query(new FindOrder(news.orderId()), Sales.class)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .results()
                    .stream()
                    .findFirst();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The order of a letter cannot be read at present", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the order of a letter", e);
        }
    }
}
