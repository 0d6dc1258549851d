package duka.identity.web;

import duka.identity.account.Accounts;
import duka.identity.account.KnownPlaces;
import duka.identity.account.SignIn;
import duka.identity.account.Standing;
import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.kernel.web.ClientAddress;
import duka.kernel.web.RateLimits;
import duka.kernel.web.RateLimits.Limit;
import duka.kernel.web.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Slows the guessing of passwords down without locking anybody out. Whoever is at a place from where the account was
 * opened before, or signed in already, has tries of their own. All others share the tries of the account and those of the
 * shop, and only wrong guesses use them up. When strangers have used those up, a network that was not heard of lately
 * still has one: so the owner gets in from anywhere with the right password, and many machines guess little.
 */
@Component
class SignInGuard {

    private static final Limit PLACE = new Limit("sign-in", 10, Duration.ofMinutes(1));
    private static final Limit ACCOUNT = new Limit("sign-in-account", 20, Duration.ofMinutes(10));
    private static final Limit SHOP = new Limit("sign-in-shop", 30, Duration.ofMinutes(1));

    /** Taken though the next one may say no: so each network of a herd asks for it once, and soon others find room. */
    private static final Limit NETWORK = new Limit("sign-in-network", 1, Duration.ofMinutes(15));

    private static final Limit NETWORKS = new Limit("sign-in-networks", 30, Duration.ofMinutes(1));

    private static final String ALL = "all";

    private final RateLimits limits;
    private final ClientAddress addresses;
    private final KnownPlaces places;
    private final Accounts accounts;

    SignInGuard(RateLimits limits, ClientAddress addresses, KnownPlaces places, Accounts accounts) {
        this.limits = limits;
        this.addresses = addresses;
        this.places = places;
        this.accounts = accounts;
    }

    private record Taken(Limit limit, String key) {}

    /** Tries a password if that is allowed now; what it took is given back unless the password was wrong. */
    SignIn.Outcome watch(String email, HttpServletRequest http, Function<Standing, SignIn.Outcome> signIn) {
        String account = email.strip().toLowerCase(Locale.ROOT);
        String network = addresses.network(http);
        Optional<Caller> self = RequestContext.caller().filter(caller -> owns(caller, account));
        limits.take(PLACE, account + " " + self.map(Caller::actor).orElse(network));
        if (self.isPresent() || places.knows(account, network)) {
            return signIn.apply(Standing.KNOWN);
        }
        List<Taken> taken = takeAsStranger(account, network);
        boolean wrong = false;
        try {
            SignIn.Outcome outcome = signIn.apply(Standing.STRANGER);
            wrong = outcome instanceof SignIn.Outcome.Refused;
            return outcome;
        } finally {
            if (!wrong) {
                taken.forEach(one -> limits.giveBack(one.limit(), one.key()));
            }
        }
    }

    /** The owner is there, and proved it: strangers' guesses do not keep them out from there. */
    void welcome(AccountId account, HttpServletRequest http) {
        places.remember(account, addresses.network(http));
    }

    private List<Taken> takeAsStranger(String account, String network) {
        Optional<Duration> guessedAway = limits.tryTake(ACCOUNT, account);
        if (guessedAway.isPresent()) {
            return takeFirst(network, ACCOUNT, guessedAway.get());
        }
        Optional<Duration> herd = limits.tryTake(SHOP, ALL);
        if (herd.isPresent()) {
            limits.giveBack(ACCOUNT, account);
            return takeFirst(network, SHOP, herd.get());
        }
        return List.of(new Taken(ACCOUNT, account), new Taken(SHOP, ALL));
    }

    private List<Taken> takeFirst(String network, Limit hit, Duration wait) {
        if (limits.tryTake(NETWORK, network).isPresent()
                || limits.tryTake(NETWORKS, ALL).isPresent()) {
            throw limits.refusal(hit, wait);
        }
        return List.of(new Taken(NETWORK, network), new Taken(NETWORKS, ALL));
    }

    private boolean owns(Caller caller, String account) {
        return accounts.find(caller.accountId())
                .filter(own -> own.email().strip().toLowerCase(Locale.ROOT).equals(account))
                .isPresent();
    }
}
