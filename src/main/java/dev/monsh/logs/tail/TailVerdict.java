package dev.monsh.logs.tail;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.LogNextStep;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.ql.ParseErrorPlace;
import java.util.Locale;

/** What the end of a connection means for the tail: go on, or not. */
sealed interface TailVerdict {

    /** Connecting again may help. */
    record Retry(String why, MonshException whenNever) implements TailVerdict {}

    /** It never will. */
    record Fatal(MonshException failure) implements TailVerdict {}

    String WHAT = "live tail";

    /** Judges an end. The texts are those of Loki 3.6; a status or close code alone does not tell these apart. */
    static TailVerdict of(TailEnd end) {
        return switch (end) {
            case TailEnd.Closed closed -> ofClosed(closed);
            case TailEnd.Broken broken -> retry("the connection broke: " + broken.why());
            case TailEnd.Unreachable unreachable -> retry(unreachable.why());
            case TailEnd.Answered answered -> ofAnswer(answered);
        };
    }

    private static TailVerdict ofClosed(TailEnd.Closed closed) {
        if (closed.reason().contains("only log selector is supported")) {
            return new Fatal(new RejectedException(WHAT, closed.reason(), new LogNextStep.QueryNumbers()));
        }
        if (closed.reason().contains("parse error")) {
            return new Fatal(new RejectedException(place(closed.reason()), ParseErrorPlace.without(closed.reason())));
        }
        return retry("closed by the server (" + closed.code()
                + (closed.reason().isEmpty() ? "" : ": " + closed.reason()) + ")");
    }

    private static TailVerdict ofAnswer(TailEnd.Answered answered) {
        boolean html = answered.contentType().contains("html");
        String text = html ? "an HTML page" : answered.body();
        String why = "HTTP " + answered.status() + (text.isEmpty() ? "" : ": " + text);
        return switch (answered.status()) {
            case 401, 403 -> new Fatal(new RefusedException(WHAT, why));
            case 400, 426 -> html ? fatal(WHAT, why) : ofBadRequest(answered, why);
            case 408, 429 -> retry(why);
            default -> {
                if (answered.status() >= 500) {
                    yield retry(why);
                }
                // a proxy's own page for a while, as when a gateway is being set up
                yield html || answered.status() < 400
                        ? new Retry(why, new RejectedException(WHAT, why + ", which is not Loki's answer"))
                        : fatal(WHAT, why);
            }
        };
    }

    private static TailVerdict ofBadRequest(TailEnd.Answered answered, String why) {
        // what Loki says when the request comes without its Upgrade header
        if (answered.status() == 426
                || answered.body().toLowerCase(Locale.ROOT).strip().equals("bad request")) {
            return new Fatal(new RejectedException(
                    WHAT,
                    why + ": a proxy between here and Loki does not pass on the WebSocket upgrade"
                            + " (nginx needs proxy_http_version 1.1 and the Upgrade and Connection headers)",
                    new LogNextStep.PassLiveTail()));
        }
        return fatal(
                place(answered.body()), answered.body().isEmpty() ? why : ParseErrorPlace.without(answered.body()));
    }

    private static String place(String message) {
        return ParseErrorPlace.in(message)
                .map(place -> "LogQL:" + place.line() + ":" + place.column())
                .orElse(WHAT);
    }

    private static Fatal fatal(String what, String why) {
        return new Fatal(new RejectedException(what, why));
    }

    private static Retry retry(String why) {
        return new Retry(why, new UnreachableException(WHAT, why));
    }
}
