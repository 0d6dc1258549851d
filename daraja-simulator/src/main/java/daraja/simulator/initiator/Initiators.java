package daraja.simulator.initiator;

import daraja.simulator.gateway.Merchant;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;

/** Checks an operator's name and credential: the plain password, encrypted by RSA with PKCS#1 v1.5, in base64. */
public final class Initiators {

    private final TestCertificate certificate;
    private final Merchant merchant;

    public Initiators(TestCertificate certificate, Merchant merchant) {
        this.certificate = certificate;
        this.merchant = merchant;
    }

    public boolean accept(String name, String securityCredential) {
        if (!name.equals(merchant.initiator())) {
            return false;
        }
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.DECRYPT_MODE, certificate.key());
            byte[] password = rsa.doFinal(Base64.getDecoder().decode(securityCredential));
            return MessageDigest.isEqual(password, merchant.initiatorPassword().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
