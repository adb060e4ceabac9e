package dev.monsh.adapter.http.client;

import dev.monsh.box.ClientCertificate;
import dev.monsh.box.Endpoint;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The certificates of an endpoint: whom to trust, and what to present. */
public final class TlsSettings {

    private static final char[] NO_PASSWORD = new char[0];

    private final Optional<Path> caFile;
    private final Optional<ClientCertificate> clientCertificate;

    private TlsSettings(Optional<Path> caFile, Optional<ClientCertificate> clientCertificate) {
        this.caFile = caFile;
        this.clientCertificate = clientCertificate;
    }

    public static TlsSettings of(Endpoint endpoint) {
        return new TlsSettings(endpoint.caFile(), endpoint.clientCertificate());
    }

    /** Sets them on a client; without any the JDK's defaults stay. */
    public void applyTo(OkHttpClient.Builder builder) {
        if (caFile.isEmpty() && clientCertificate.isEmpty()) {
            return;
        }
        try {
            X509TrustManager trust = trustManager();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), new X509TrustManager[] {trust}, null);
            builder.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks TLS", e);
        }
    }

    private X509TrustManager trustManager() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(caFile.isPresent() ? trustStore(caFile.get()) : null);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyStore trustStore(Path file) throws GeneralSecurityException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : certificates(file)) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        return store;
    }

    private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException {
        if (clientCertificate.isEmpty()) {
            return null;
        }
        ClientCertificate files = clientCertificate.get();
        KeyStore store = emptyStore();
        Certificate[] chain = certificates(files.certificate()).toArray(new Certificate[0]);
        store.setKeyEntry(
                "client", privateKey(files.key(), chain[0].getPublicKey().getAlgorithm()), NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, NO_PASSWORD);
        } catch (IOException e) {
            throw new IllegalStateException("an empty store reads nothing", e);
        }
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (IOException e) {
            throw unusable(file, "can't be read: " + reason(e));
        } catch (GeneralSecurityException e) {
            throw unusable(file, "contains no PEM certificate that can be read");
        }
        throw unusable(file, "contains no PEM certificate");
    }

    private static PrivateKey privateKey(Path file, String algorithm) throws GeneralSecurityException {
        String pem;
        try {
            pem = Files.readString(file);
        } catch (IOException e) {
            throw unusable(file, "can't be read: " + reason(e));
        }
        int begin = pem.indexOf("-----BEGIN PRIVATE KEY-----");
        int end = pem.indexOf("-----END PRIVATE KEY-----");
        if (begin < 0 || end < begin) {
            throw unusable(file, "contains no unencrypted PKCS #8 key; create one with openssl pkcs8 -topk8 -nodes");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + 27, end));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException | java.security.spec.InvalidKeySpecException e) {
            throw unusable(file, "contains no " + algorithm + " key that matches the certificate");
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "file not found" : String.valueOf(e.getMessage());
    }

    private static ConfigurationException unusable(Path file, String why) {
        return new ConfigurationException(List.of(new Problem(file.toString(), 0, 0, why)), "monsh config show");
    }
}
