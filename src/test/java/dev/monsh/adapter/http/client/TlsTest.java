package dev.monsh.adapter.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.http.RecordingHandler;
import dev.monsh.adapter.http.prometheus.Prometheus;
import dev.monsh.box.ClientCertificate;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.testing.Certificates;
import dev.monsh.testing.RawServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private static final String NOTHING = "{\"resultType\":\"vector\",\"result\":[]}";

    @TempDir
    private static Path folder;

    private static Certificates server;
    private static Certificates client;

    private final MockWebServer web = new MockWebServer();

    @BeforeAll
    static void makeCertificates() throws Exception {
        server = Certificates.selfSigned(folder, "server", "SAN=ip:127.0.0.1");
        client = Certificates.selfSigned(folder, "client", "SAN=dns:client");
    }

    @BeforeEach
    void start() throws IOException {
        web.setProtocolNegotiationEnabled(false);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aServerWhoseCertificateIsInTheCaFileIsTrusted() throws Exception {
        serve(server);
        ask(Optional.of(server.pem()), Optional.empty());
        assertThat(web.takeRequest().getHandshake()).isNotNull();
    }

    @Test
    void aServerThatNobodyVouchesForIsUnreachableAndTheKeyIsNamed() throws Exception {
        serve(server);
        for (Optional<Path> trust : java.util.List.of(Optional.<Path>empty(), Optional.of(client.pem()))) {
            assertThatThrownBy(() -> ask(trust, Optional.empty()))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            e -> assertThat(e.next()).isEqualTo(new NextStep.Text("monsh config show")))
                    .hasMessage(
                            url()
                                    + ": its certificate is not signed by a CA that this machine trusts; name its CA with ca_file");
        }
    }

    @Test
    void aCertificateForAnotherHostIsToldAsSuch() throws Exception {
        serve(client);
        assertThatThrownBy(() -> ask(Optional.of(client.pem()), Optional.empty()))
                .isInstanceOf(UnreachableException.class)
                .hasMessage(url() + ": its certificate is for another host name");
    }

    @Test
    void aCertificateOutsideItsTimeIsToldAsSuch() {
        assertThat(HttpFailures.of(
                        handshakeFailure(new CertificateExpiredException("NotAfter")), "x", Optional.empty()))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("x: its certificate has expired");
        assertThat(HttpFailures.of(
                        handshakeFailure(new CertificateNotYetValidException("NotBefore")), "x", Optional.empty()))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("x: its certificate is not valid yet; is this machine's clock right?");
    }

    private static SSLHandshakeException handshakeFailure(CertificateException reason) {
        SSLHandshakeException failure = new SSLHandshakeException("PKIX path validation failed");
        failure.initCause(new CertificateException("PKIX path validation failed", reason));
        return failure;
    }

    @Test
    void aServerThatWantsACertificateGetsIt() throws Exception {
        web.requireClientAuth();
        web.useHttps(server.serverSockets(client.pem()));
        web.start();
        web.enqueue(Prometheus.data(NOTHING));
        ask(Optional.of(server.pem()), Optional.of(new ClientCertificate(client.pem(), client.key())));
        assertThat(web.takeRequest().getHandshake().peerPrincipal().getName()).isEqualTo("CN=client");
    }

    @Test
    void withoutTheCertificateTheServerEndsTheConnection() throws Exception {
        web.requireClientAuth();
        web.useHttps(server.serverSockets(client.pem()));
        web.start();
        // under TLS 1.3 the client may write its request before it reads the refusal, and then sees a lost connection
        assertThatThrownBy(() -> ask(Optional.of(server.pem()), Optional.empty()))
                .isInstanceOfAny(RefusedException.class, UnreachableException.class)
                .hasMessageStartingWith(url() + ": the ");
    }

    @Test
    void anAlertOfTheServerIsARefusal() {
        assertThat(HttpFailures.of(
                        new SSLHandshakeException("Received fatal alert: certificate_required"), "x", Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("x: the server ended the TLS handshake: Received fatal alert: certificate_required");
    }

    @Test
    void aServerWithoutTlsIsToldAsSuch() throws IOException {
        try (RawServer plain = RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            Endpoint endpoint = Endpoint.of("https://127.0.0.1:" + plain.port());
            assertThatThrownBy(() ->
                            Prometheus.at(endpoint, Optional.empty()).query(Prometheus.UP, new RecordingHandler()))
                    .isInstanceOf(RejectedException.class)
                    .hasMessage(
                            endpoint.url() + ": the server does not speak TLS; is it http:// rather than https://?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void aCaFileWithoutACertificateIsAFaultOfTheConfiguration(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.pem"), text);
        web.start();
        assertThatThrownBy(() -> ask(Optional.of(file), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file + ": contains no PEM certificate");
    }

    @Test
    void aMissingFileIsAFaultOfTheConfiguration() throws IOException {
        web.start();
        Path missing = folder.resolve("missing.pem");
        assertThatThrownBy(() -> ask(Optional.of(missing), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(missing + ": can't be read: file not found");
        assertThatThrownBy(() -> ask(Optional.empty(), Optional.of(new ClientCertificate(client.pem(), missing))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(missing + ": can't be read: file not found");
    }

    @Test
    void aKeyOfAnotherFormIsAFaultThatSaysHowToConvertIt() throws IOException {
        web.start();
        Path key = Files.writeString(
                folder.resolve("rsa.key"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> ask(Optional.empty(), Optional.of(new ClientCertificate(client.pem(), key))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(key + ": contains no unencrypted PKCS #8 key; create one with openssl pkcs8 -topk8 -nodes");
        Path broken = Files.writeString(
                folder.resolve("broken.key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> ask(Optional.empty(), Optional.of(new ClientCertificate(client.pem(), broken))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(broken + ": contains no EC key that matches the certificate");
    }

    private void serve(Certificates certificates) throws Exception {
        web.useHttps(certificates.serverSockets(certificates.pem()));
        web.start();
        web.enqueue(Prometheus.data(NOTHING));
    }

    private String url() {
        return "https://127.0.0.1:" + web.getPort();
    }

    private void ask(Optional<Path> caFile, Optional<ClientCertificate> certificate) {
        Endpoint endpoint = new Endpoint(URI.create(url()), new Credential.None(), Map.of(), caFile, certificate);
        Prometheus.at(endpoint, Optional.empty()).query(Prometheus.UP, new RecordingHandler());
    }
}
