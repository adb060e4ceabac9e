package dev.monsh.adapter.host;

import dev.monsh.gateway.host.PortProbe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a port in clear text for {@code /-/ready}, which Prometheus and Loki both leave open to everybody. A port that speaks
 * TLS answers 400 to that, which is an answer.
 */
public final class HttpPortProbe implements PortProbe {

    private static final int CONNECT_MILLIS = 5_000;
    /** A little more than the time after which our blocks give up on what is behind them. */
    private static final int ANSWER_MILLIS = 8_000;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");
    private static final int STATUS_LINE = 64;

    @Override
    public Answer ask(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(("GET /-/ready HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return judge(firstLine(socket.getInputStream()));
        } catch (UnknownHostException e) {
            return new Answer.Silent("there is no host " + host);
        } catch (ConnectException e) {
            return new Answer.Silent("nothing listens there, or a firewall refuses");
        } catch (SocketTimeoutException e) {
            return new Answer.Silent("no answer in time; a security group may not let it through");
        } catch (IOException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= ' ' && line.length() < STATUS_LINE; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static Answer judge(String line) {
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            return new Answer.Silent(line.isEmpty() ? "it hangs up without an answer" : "it does not speak HTTP");
        }
        int code = Integer.parseInt(status.group(1));
        return code >= 502 && code <= 504 ? new Answer.NothingBehind(code) : new Answer.Answered(code);
    }
}
