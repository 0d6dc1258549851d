package duka.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from. {@code X-Forwarded-For} is believed only from the addresses in
 * {@code duka.trusted-proxies}, and only its last entry, which the proxy itself wrote.
 */
@Component
public class ClientAddress {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private final Set<String> trustedProxies;

    ClientAddress(@Value("${duka.trusted-proxies:127.0.0.1,0:0:0:0:0:0:0:1}") String trustedProxies) {
        this.trustedProxies = Arrays.stream(trustedProxies.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whom limits count as one caller: the address, and of an IPv6 address the first 64 bits, since one household has all
     * that begin so.
     */
    public String network(HttpServletRequest request) {
        String address = of(request);
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6_BYTES ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64" : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    public String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !trustedProxies.contains(peer)) {
            return peer;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > 45 ? peer : last;
    }
}
