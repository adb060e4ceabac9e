package dev.monsh.adapter.host;

import dev.monsh.gateway.host.PortProbe;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;

/** Asks ports from this machine. */
public final class HttpPortProbe implements PortProbe {

    private static final int CONNECT_MILLIS = 5_000;
    /** A little more than the time after which our blocks give up on what is behind them. */
    private static final int ANSWER_MILLIS = 8_000;

    @Override
    public Answer ask(String host, int port, Question question) {
        if (question.encrypted() && question.login().isPresent()) {
            return new Answer.Unasked("a password is not sent to a server whose certificate nobody checks");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            try (Socket spoken = question.encrypted()
                    ? UncheckedTls.over(socket, question.hostName().orElse(host), port)
                    : socket) {
                OutputStream out = spoken.getOutputStream();
                out.write(question.text(host, port).getBytes(StandardCharsets.US_ASCII));
                return Answer.read(question.request(), spoken.getInputStream());
            }
        } catch (UnknownHostException e) {
            return new Answer.Silent("host not found: " + host);
        } catch (ConnectException e) {
            return new Answer.Silent("nothing listens there, or a firewall rejects it");
        } catch (SocketTimeoutException e) {
            return new Answer.Silent("no answer in time; a security group may be blocking it");
        } catch (SSLException e) {
            return new Answer.Silent("the TLS handshake fails: " + e.getMessage());
        } catch (IOException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        }
    }
}
