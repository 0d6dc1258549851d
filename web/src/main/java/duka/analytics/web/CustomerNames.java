package duka.analytics.web;

import duka.identity.account.Accounts;
import duka.identity.api.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How customers are called, asked when it is read: figures keep no names. */
@Component
class CustomerNames {

    private final Accounts accounts;

    CustomerNames(Accounts accounts) {
        this.accounts = accounts;
    }

    @Nullable
    String of(AccountId id) {
        return accounts.find(id)
                .map(account -> (account.firstName() + " " + account.lastName()).strip())
                .filter(name -> !name.isEmpty())
                .orElse(null);
    }
}
