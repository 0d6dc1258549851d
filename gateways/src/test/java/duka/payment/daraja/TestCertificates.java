package duka.payment.daraja;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;

/** Certificates for tests, as old as Safaricom's own. */
final class TestCertificates {

    private TestCertificates() {}

    record Pair(Path certificate, PrivateKey key) {}

    /** One that ended in 2014. */
    static Pair expired(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Path certificate = folder.resolve("certificate.cer");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=test",
                "-startdate",
                "2014/01/01",
                "-validity",
                "30",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret");
        keytool(
                "-exportcert",
                "-alias",
                "a",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret",
                "-file",
                certificate.toString());
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        return new Pair(certificate, (PrivateKey) keys.getKey("a", "secret".toCharArray()));
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
