package dev.monsh.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that signs itself, made by the {@code keytool} of the JDK that runs the test.
 *
 * @param pem the certificate
 * @param key the key, PKCS #8
 */
public record Certificates(Path store, Path pem, Path key) {

    private static final String PASSWORD = "changeit";

    /**
     * Makes one that is valid for two days.
     *
     * @param start when it begins to be valid, as keytool takes it: {@code -1d}
     */
    public static Certificates selfSigned(Path folder, String name, String extension, String start)
            throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        keytool("-genkeypair", "-alias", "one", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", extension, "-startdate",
                start, "-validity", "2", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD);
        Path pem = folder.resolve(name + ".pem");
        keytool("-exportcert", "-rfc", "-alias", "one", "-keystore", store.toString(), "-storepass", PASSWORD, "-file",
                pem.toString());
        Path key = folder.resolve(name + ".key");
        try {
            Key secret = open(store).getKey("one", PASSWORD.toCharArray());
            Files.writeString(
                    key,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                    .encodeToString(secret.getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
        return new Certificates(store, pem, key);
    }

    /** Returns the sockets of a server with this certificate that trusts another. */
    public SSLSocketFactory serverSockets(Path trusted) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(open(store), PASSWORD.toCharArray());
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(
                "one",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(trusted))));
        TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static KeyStore open(Path store) throws IOException, java.security.GeneralSecurityException {
        KeyStore opened = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            opened.load(in, PASSWORD.toCharArray());
        }
        return opened;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String[] call = new String[arguments.length + 1];
        call[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, call, 1, arguments.length);
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
