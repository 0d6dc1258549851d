package duka.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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

    private final Set<String> trustedProxies;

    ClientAddress(@Value("${duka.trusted-proxies:127.0.0.1,0:0:0:0:0:0:0:1}") String trustedProxies) {
        this.trustedProxies = Arrays.stream(trustedProxies.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
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
