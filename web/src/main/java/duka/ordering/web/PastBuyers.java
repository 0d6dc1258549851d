package duka.ordering.web;

import duka.identity.account.Accounts;
import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.web.Phones;
import duka.ordering.api.ShippingAddress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who bought long ago: somebody with an account, or a person of whom nothing is known but that invoices were
 * theirs. For the latter no key is made, and nothing is sealed.
 */
@Component
class PastBuyers {

    private static final UUID PAST = new UUID(0x7000L, 0x8000_0000_0000_0000L);

    private final Accounts accounts;

    PastBuyers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param account {@code null} for somebody unknown */
    record PastBuyer(@Nullable AccountId account, PersonId person, ShippingAddress address) {}

    /** Before anything is taken in. @throws InvalidInput {@code phone_invalid} */
    void refuseBadPhones(List<ImportRequest.Invoice> invoices) {
        for (ImportRequest.Invoice invoice : invoices) {
            AddressJson address = invoice.shippingAddress();
            if (address != null) {
                Phones.read(address.phone(), "invoices.shipping_address.phone");
            }
        }
    }

    /** @throws Rejection {@code unknown_customer} */
    PastBuyer of(ImportRequest.Invoice invoice) {
        UUID id = invoice.customerId();
        if (id == null) {
            PersonId person = person(invoice);
            return new PastBuyer(null, person, unknown(person, invoice.country()));
        }
        AccountId account = new AccountId(id);
        if (accounts.find(account).isEmpty()) {
            throw new Rejection("unknown_customer", "There is no such account.");
        }
        PersonId person = new PersonId(id);
        AddressJson address = invoice.shippingAddress();
        return new PastBuyer(
                account, person, address == null ? unknown(person, invoice.country()) : address.toAddress(person));
    }

    /** The same invoice is the same order, whenever it comes. */
    static OrderId order(String invoice) {
        return new OrderId(Uuids.derive(PAST, "invoice:" + invoice));
    }

    private static PersonId person(ImportRequest.Invoice invoice) {
        String customer = invoice.customer();
        String who = customer == null ? "buyer of:" + invoice.number() : "customer:" + customer;
        return new PersonId(Uuids.derive(PAST, who));
    }

    private static ShippingAddress unknown(PersonId person, String country) {
        Personal unknown = new Personal(person, null);
        return new ShippingAddress(unknown, unknown, unknown, null, unknown, null, null, country);
    }
}
