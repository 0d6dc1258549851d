package duka.payment.web;

import duka.identity.api.AccountId;
import duka.kernel.web.PersonalExport;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways to pay that a person saved, masked as they are everywhere. */
@Component
class ExportedMethods implements PersonalExport {

    private final SavedMethods methods;

    ExportedMethods(SavedMethods methods) {
        this.methods = methods;
    }

    @Override
    public String section() {
        return "payment_methods";
    }

    @Override
    public List<?> of(AccountId person) {
        return PersonalExport.all(page ->
                methods.list(person, page).stream().map(SavedMethod::response).toList());
    }
}
