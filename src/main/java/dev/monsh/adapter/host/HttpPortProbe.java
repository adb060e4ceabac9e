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

/** Asks ports from this machine. A port that speaks TLS answers 400 to clear text, which is an answer. */
public final class HttpPortProbe implements PortProbe {

    private static final int CONNECT_MILLIS = 5_000;
    /** A little more than the time after which our blocks give up on what is behind them. */
    private static final int ANSWER_MILLIS = 8_000;

    @Override
    public Answer ask(String host, int port, Question question) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(question.text(host, port).getBytes(StandardCharsets.US_ASCII));
            return Answer.read(question.request(), socket.getInputStream());
        } catch (UnknownHostException e) {
            return new Answer.Silent("host not found: " + host);
        } catch (ConnectException e) {
            return new Answer.Silent("nothing listens there, or a firewall rejects it");
        } catch (SocketTimeoutException e) {
            return new Answer.Silent("no answer in time; a security group may be blocking it");
        } catch (IOException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        }
    }
}
