package dev.monsh.adapter.http.loki;

import dev.monsh.adapter.http.client.AnswerCheck;
import dev.monsh.adapter.http.client.HttpAnswer;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.ql.ParseErrorPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Explains Loki's error answers, which are plain text. What any server can say is {@link AnswerCheck}'s. */
final class LokiFailures {

    private static final int LONGEST_MESSAGE = 64 * 1024;

    private LokiFailures() {}

    /** Returns the body's text, at most 64 KiB of it, without the line break at the end. */
    static String message(HttpAnswer answer) throws IOException {
        return new String(answer.body().readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8).strip();
    }

    /** Throws what an answer other than 200 means. */
    static void check(HttpAnswer answer, String address) throws IOException {
        if (answer.status() == 200) {
            AnswerCheck.check(answer, address);
        } else {
            throw of(answer, address, message(answer));
        }
    }

    /** Returns what an answer other than 200 means; its body has been read. */
    static MonshException of(HttpAnswer answer, String address, String message) {
        int status = answer.status();
        boolean page = AnswerCheck.isPage(answer) || message.startsWith("<");
        boolean anyServers = page || status == 429;
        return anyServers ? AnswerCheck.failure(answer, address, message, page) : ofText(answer, address, message);
    }

    private static MonshException ofText(HttpAnswer answer, String address, String body) {
        int status = answer.status();
        // a gateway or a compatible server may answer as Prometheus does
        String message = AnswerCheck.errorText(body);
        String why = "HTTP " + status + (message.isEmpty() ? "" : ": " + message);
        if (status == 400) {
            Optional<ParseErrorPlace> place = ParseErrorPlace.in(message);
            return new RejectedException(
                    place.map(found -> "LogQL:" + found.line() + ":" + found.column())
                            .orElse("query"),
                    message.isEmpty() ? why : ParseErrorPlace.without(message));
        }
        if (!message.isEmpty() && (status == 401 || status == 403)) {
            return new RefusedException(address, why, "monsh config show");
        }
        boolean passing = status == 408 || status >= 500;
        return passing ? new UnreachableException(address, why) : AnswerCheck.failure(answer, address, body, false);
    }
}
