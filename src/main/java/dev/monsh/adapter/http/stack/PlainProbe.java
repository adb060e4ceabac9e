package dev.monsh.adapter.http.stack;

import dev.monsh.adapter.http.client.Deadline;
import dev.monsh.stack.Probe;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.reload.ReloadTrigger;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Questions to the servers of a stack: in clear text, straight, and for the beginning of the answer only. */
public final class PlainProbe implements Probe, ReloadTrigger {

    private static final int MOST_BYTES = 1 << 20;

    @Override
    public ProbeAnswer get(URI url, Duration timeout) {
        return send("GET", url, timeout);
    }

    @Override
    public ProbeAnswer post(URI url, Duration timeout) {
        return send("POST", url, timeout);
    }

    private static ProbeAnswer send(String method, URI url, Duration timeout) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) timeout.toMillis());
            connection.setReadTimeout((int) timeout.toMillis());
            return read(connection, timeout);
        } catch (IOException e) {
            return ProbeAnswer.none(why(e));
        } catch (StackOverflowError e) {
            // the JDK's client calls itself for each interim answer
            return ProbeAnswer.none("it sends more interim answers (100 Continue) than can be read");
        }
    }

    /** The timeouts of a connection are for each read: a server that dribbles is cut off by the deadline. */
    private static ProbeAnswer read(HttpURLConnection connection, Duration timeout) throws IOException {
        try (Deadline deadline = Deadline.in(timeout, connection::disconnect)) {
            int status = connection.getResponseCode();
            InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
            byte[] bytes = deadline.watch(Optional.ofNullable(body).orElseGet(InputStream::nullInputStream))
                    .readNBytes(MOST_BYTES);
            return status < 0
                    ? ProbeAnswer.none("what answers there does not speak HTTP")
                    : new ProbeAnswer(status, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static String why(IOException e) {
        // only the deadline closes a connection that is being read
        boolean late = e instanceof SocketTimeoutException || "Socket closed".equals(e.getMessage());
        if (late) {
            return "no answer in time";
        }
        return Optional.ofNullable(e.getMessage())
                .map(message -> message.replaceFirst(" \\(.*\\)$", "").toLowerCase(java.util.Locale.ROOT))
                .orElse(e.getClass().getSimpleName());
    }
}
