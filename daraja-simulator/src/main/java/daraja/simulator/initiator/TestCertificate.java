package daraja.simulator.initiator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key pair of the environment, made at the first start. Its public half is written to {@code certificate.cer} as a
 * self-signed X.509 certificate that expired in 2016, as Safaricom's sandbox certificate did: a client that checks the
 * validity fails here and not in production.
 */
public final class TestCertificate {

    private static final String CERTIFICATE = "certificate.cer";
    private static final String KEY = "private-key.der";

    private final Path file;
    private final PrivateKey key;

    private TestCertificate(Path file, PrivateKey key) {
        this.file = file;
        this.key = key;
    }

    /** Reads both files, or makes both. */
    public static TestCertificate in(Path directory) {
        Path certificate = directory.resolve(CERTIFICATE);
        Path key = directory.resolve(KEY);
        try {
            Files.createDirectories(directory);
            if (!Files.exists(certificate) || !Files.exists(key)) {
                make(certificate, key);
            }
            var spec = new PKCS8EncodedKeySpec(Files.readAllBytes(key));
            return new TestCertificate(
                    certificate, KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the test key cannot be used", e);
        }
    }

    /** Where a client finds the certificate, in PEM. */
    public Path file() {
        return file;
    }

    PrivateKey key() {
        return key;
    }

    private static void make(Path certificate, Path key) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.write(key, pair.getPrivate().getEncoded());
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate(pair));
        Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    private static byte[] certificate(KeyPair pair) throws GeneralSecurityException {
        byte[] sha256WithRsa = Der.sequence(Der.oid(1, 2, 840, 113549, 1, 1, 11), Der.nothing());
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.text("apicrypt.daraja.simulator"))));
        byte[] content = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(BigInteger.ONE),
                sha256WithRsa,
                name,
                Der.sequence(Der.utcTime("140101000000Z"), Der.utcTime("160101000000Z")),
                name,
                pair.getPublic().getEncoded());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return Der.sequence(content, sha256WithRsa, Der.bits(signature.sign()));
    }
}
