package dev.monsh.adapter.http;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.ParseErrorPlace;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Says what a refusal of Loki means: its errors are plain texts. What any server can say is {@link AnswerCheck}'s. */
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

    /** Throws what an answer other than 200 means. */
    static void check(Response response, String address) throws IOException {
        int status = response.code();
        if (isOwn(status) && !isPage(response)) {
            throw of(status, address, message(response));
        }
        AnswerCheck.check(response, address);
    }

    /** Loki's own words for these are not to be lost; for others they say nothing. */
    private static boolean isOwn(int status) {
        return status == 400 || status == 401 || status == 403 || status == 408 || status == 429 || status >= 500;
    }

    private static MonshException of(int status, String address, String message) {
        String why = "HTTP " + status + (message.isEmpty() ? "" : ": " + message);
        if (status == 401 || status == 403) {
            return new RefusedException(address, why, "monsh config show");
        }
        if (status != 400) {
            // 429 and 5xx: later may help
            return new UnreachableException(address, why);
        }
        Optional<ParseErrorPlace> place = ParseErrorPlace.in(message);
        return new RejectedException(
                place.map(found -> "LogQL:" + found.line() + ":" + found.column())
                        .orElse("query"),
                message.isEmpty() ? why : message);
    }

    private static boolean isPage(Response response) throws IOException {
        String type = Optional.ofNullable(response.header("Content-Type")).orElse("");
        return type.toLowerCase(Locale.ROOT).startsWith("text/html")
                || message(response).startsWith("<");
    }
}
