package duka.ordering.web;

import duka.identity.api.AccountId;
import duka.kernel.web.PersonalExport;
import java.util.List;
import org.springframework.stereotype.Component;

/** The addresses that a person saved. */
@Component
class ExportedAddresses implements PersonalExport {

    private final SavedAddresses addresses;

    ExportedAddresses(SavedAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public String section() {
        return "addresses";
    }

    @Override
    public List<?> of(AccountId person) {
        return PersonalExport.all(page -> addresses.list(person, page).stream()
                .map(SavedAddress::response)
                .toList());
    }
}
