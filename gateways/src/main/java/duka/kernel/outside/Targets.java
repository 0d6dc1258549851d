package duka.kernel.outside;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Where the shop may go when somebody names an address: to the public internet, in production by https alone. As a
 * resolver of names it sees to it that what is connected to is what was checked.
 */
public final class Targets implements DnsResolver {

    private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+|0[xX][0-9a-fA-F.xX]*");

    private final boolean allowPrivate;
    private final boolean onlyHttps;

    public Targets(boolean allowPrivate, boolean onlyHttps) {
        this.allowPrivate = allowPrivate;
        this.onlyHttps = onlyHttps;
    }

    /** Why this address may not be reached; empty if it may. Whom a name stands for is looked up when it is reached. */
    public Optional<String> objectionTo(String url) {
        try {
            URI address = new URI(url);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && (onlyHttps || !scheme.equals("http"))) {
                return Optional.of(onlyHttps ? "It must be an https address." : "It must be an http or https address.");
            }
            if (address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
                return Optional.of("It must name a host, and neither a user nor a fragment.");
            }
            return objectionToHost(address.getHost());
        } catch (URISyntaxException e) {
            return Optional.of("It is no address.");
        }
    }

    /**
     * The addresses of a host, all of which may be sent to. They are what is connected to then: a name that is looked up
     * twice could be answered in two ways.
     *
     * @throws UnknownHostException if there are none, or one of them is private
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!allowPrivate && !PublicAddress.is(address)) {
                throw new UnknownHostException("The host has a private address");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Names are looked up when something is sent; what is no name can be judged now. */
    private Optional<String> objectionToHost(String host) {
        boolean local = host.equalsIgnoreCase("localhost")
                || host.toLowerCase(Locale.ROOT).endsWith(".localhost");
        if (allowPrivate || (!local && !LITERAL.matcher(host).matches())) {
            return Optional.empty();
        }
        try {
            return local || !PublicAddress.is(InetAddress.getByName(host))
                    ? Optional.of("It must not be a private address.")
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("It is no address.");
        }
    }
}
