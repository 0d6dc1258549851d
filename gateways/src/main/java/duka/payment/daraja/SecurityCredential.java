package duka.payment.daraja;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * The operator's password, encrypted for Safaricom: RSA with PKCS#1 v1.5, in base64. The certificate is read for its key
 * alone: those that Safaricom publishes have expired.
 */
final class SecurityCredential {

    private final @Nullable Path certificate;
    private final String password;

    SecurityCredential(@Nullable Path certificate, String password) {
        this.certificate = certificate;
        this.password = password;
    }

    /**
     * A fresh one; no two are alike. The file is read each time, since it is replaced when Safaricom renews it.
     *
     * @throws IllegalStateException if there is no readable certificate: then no money can go back
     */
    String encrypted() {
        Path file = certificate;
        if (file == null) {
            throw new IllegalStateException("DUKA_DARAJA_CERTIFICATE is not set");
        }
        try (InputStream in = Files.newInputStream(file)) {
            PublicKey key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey();
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, key);
            return Base64.getEncoder().encodeToString(rsa.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("DUKA_DARAJA_CERTIFICATE cannot be used: " + file, e);
        }
    }
}
