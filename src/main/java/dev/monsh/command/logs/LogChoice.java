package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.Option;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.ql.ParseErrorPlace;
import dev.monsh.view.query.ExpressionPointer;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides between Loki and the files that Promtail ships: the files when they are asked for, and by themselves where there
 * is no Loki or nothing answers at its address, which is said.
 */
final class LogChoice {

    static final Option.Flag FROM_FILES =
            Option.flag("from-files", "read the files named in promtail.yml instead of Loki");

    private static final Pattern PLACE = Pattern.compile("LogQL:(\\d+):(\\d+)");

    private final LogPlaces places;

    LogChoice(LogPlaces places) {
        this.places = places;
    }

    /** Asks Loki, or the files in its place. A failure of the expression is shown with its place in it. */
    <T> T ask(Invocation call, String expression, Function<LogSource, T> loki, Function<LogFiles, T> files) {
        try {
            return call.get(FROM_FILES) ? files.apply(wanted(call)) : either(call, loki, files);
        } catch (RejectedException e) {
            throw pointed(e, expression);
        }
    }

    private <T> T either(Invocation call, Function<LogSource, T> loki, Function<LogFiles, T> files) {
        Optional<LogSource> source = places.loki(call.globals());
        if (source.isEmpty()) {
            Optional<LogFiles> instead = instead(call);
            return instead.isEmpty()
                    ? loki.apply(places.requiredLoki(call.globals()))
                    : files.apply(said(call, "no Loki is configured", instead.get()));
        }
        try {
            return loki.apply(source.get());
        } catch (UnreachableException e) {
            Optional<LogFiles> instead = nothingAnswers(e) ? instead(call) : Optional.empty();
            if (instead.isEmpty()) {
                throw e;
            }
            return files.apply(said(call, e.what() + ": " + e.why(), instead.get()));
        }
    }

    private static LogFiles said(Invocation call, String why, LogFiles files) {
        call.console().note("monsh: " + why + "; reading the files that " + files.origin() + " names");
        return files;
    }

    private LogFiles wanted(Invocation call) {
        return places.files(call.globals())
                .orElseThrow(() -> new UsageException(
                        "--from-files",
                        "no promtail.yml was found: the box needs a stack folder with promtail/promtail.yml in it",
                        "monsh config show"));
    }

    /** A configuration that says more than files can tell is no place to go to unasked. */
    private Optional<LogFiles> instead(Invocation call) {
        try {
            return places.files(call.globals());
        } catch (MonshException e) {
            call.console().note("monsh: the files cannot replace it: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A Loki in trouble is there; reading other lines in its place would be wrong. */
    private static boolean nothingAnswers(UnreachableException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof SocketTimeoutException;
    }

    /** Adds the line of the expression and a caret to a failure that names a place in it. */
    static RejectedException pointed(RejectedException failure, String expression) {
        Matcher place = PLACE.matcher(failure.what());
        if (!place.matches()) {
            return failure;
        }
        ParseErrorPlace found = new ParseErrorPlace(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        String shown = ExpressionPointer.point(expression, found.line(), found.column());
        return shown.isEmpty()
                ? failure
                : new RejectedException(failure.what(), failure.why() + "\n" + shown, failure.next(), failure);
    }
}
