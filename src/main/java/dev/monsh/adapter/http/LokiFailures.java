package dev.monsh.adapter.http;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.ParseErrorPlace;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Says what a refusal of Loki or a broken connection means. Loki's errors are plain texts. */
final class LokiFailures {

    private static final int LONGEST_MESSAGE = 64 * 1024;

    private LokiFailures() {}

    /** Returns the body's text, at most 64 KiB of it, without the line break at the end. */
    static String message(Response response) throws IOException {
        BufferedSource source = response.body().source();
        source.request(LONGEST_MESSAGE);
        Buffer start = new Buffer();
        source.getBuffer()
                .copyTo(start, 0, Math.min(LONGEST_MESSAGE, source.getBuffer().size()));
        return start.readUtf8().strip();
    }

    /** Returns the failure for a status that is not 200. */
    static MonshException of(HttpUrl url, int status, String message) {
        String why = "HTTP " + status + (message.isEmpty() ? "" : ": " + message);
        return switch (status) {
            case 401, 403 -> new RefusedException(place(url), why);
            case 408, 429 -> new UnreachableException(place(url), why);
            case 400 ->
                new RejectedException(
                        ParseErrorPlace.in(message)
                                .map(place -> "LogQL:" + place.line() + ":" + place.column())
                                .orElse(place(url)),
                        message.isEmpty() ? why : message);
            default ->
                status >= 500 ? new UnreachableException(place(url), why) : new RejectedException(place(url), why);
        };
    }

    /** Returns the failure for a connection that could not be made or broke. */
    static MonshException of(HttpUrl url, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (Thread.currentThread().isInterrupted()) {
            return new InterruptedByUserException(place(url), "interrupted", null, e);
        }
        if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return new TimedOutException(place(url), why, null, e);
        }
        return new UnreachableException(place(url), why, null, e);
    }

    /** Returns the URL without its query and without a password. */
    static String place(HttpUrl url) {
        return url.scheme() + "://" + url.host() + ":" + url.port() + url.encodedPath();
    }
}
