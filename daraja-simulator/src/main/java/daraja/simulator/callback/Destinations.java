package daraja.simulator.callback;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the simulator may post to: this machine, and others only when it was told so; never Safaricom. */
public record Destinations(boolean nonLoopbackToo) {

    /** Why this address is not posted to; null when it may be. */
    @Nullable
    String refusal(URI address) {
        String host = address.getHost();
        if (host == null) {
            return "the address has no host";
        }
        if (isSafaricom(host)) {
            return "the simulator never calls Safaricom";
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(host)) {
                if (!nonLoopbackToo && !each.isLoopbackAddress()) {
                    return "not a loopback address";
                }
            }
            return null;
        } catch (UnknownHostException e) {
            return "the host is unknown";
        }
    }

    public static boolean isSafaricom(String host) {
        return host.toLowerCase(Locale.ROOT).contains("safaricom");
    }
}
