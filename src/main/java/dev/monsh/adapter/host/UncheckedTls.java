package dev.monsh.adapter.host;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Speaks TLS with whatever certificate the other end has, a self-signed or an expired one too. Only for questions without a
 * secret, whose answers nobody relies on further than on those in clear text: what they ask is whether a port refuses writes.
 */
final class UncheckedTls {

    private UncheckedTls() {}

    /** Returns a connection's encrypted side; closing it closes the connection. */
    static SSLSocket over(Socket connection, String name, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(connection, name, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(names(name));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Neither an address nor what is no name of the DNS is said to the server (RFC 6066, 3). */
    private static List<SNIServerName> names(String name) {
        try {
            return name.matches("[0-9.]+|.*:.*") ? List.of() : List.of(new SNIHostName(name));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks TLS", e);
        }
    }

    /** Takes every certificate. */
    private static final class AnyCertificate extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
