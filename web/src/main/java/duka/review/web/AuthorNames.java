package duka.review.web;

import duka.identity.account.AccountView;
import duka.identity.account.Accounts;
import duka.identity.api.Caller;
import duka.kernel.Personal;
import duka.kernel.web.HttpRefusal;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How a reviewer is named to others: the first name, and of the last one its first letter. */
@Component
class AuthorNames {

    private final Accounts accounts;

    AuthorNames(Accounts accounts) {
        this.accounts = accounts;
    }

    Personal of(Caller caller) {
        AccountView account = accounts.find(caller.accountId()).orElseThrow(HttpRefusal::unauthenticated);
        return Personal.of(
                caller.personId(),
                shown(account.firstName().strip(), account.lastName().strip()));
    }

    static String shown(String firstName, String lastName) {
        if (lastName.isEmpty()) {
            return firstName;
        }
        String initial =
                lastName.substring(0, lastName.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".";
        return firstName.isEmpty() ? initial : firstName + " " + initial;
    }
}
