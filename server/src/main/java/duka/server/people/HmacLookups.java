package duka.server.people;

import duka.identity.api.Lookups;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under a key that is derived from the master key, with the purpose in front of the value. */
public final class HmacLookups implements Lookups {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] DERIVATION = "duka look-up key".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;

    public HmacLookups(byte[] masterKey) {
        this.key = new SecretKeySpec(hmac(new SecretKeySpec(masterKey, ALGORITHM), DERIVATION), ALGORITHM);
    }

    @Override
    public String hmac(String purpose, String value) {
        byte[] message = (purpose + '\0' + value).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(hmac(key, message));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
