package dev.monsh.app.names;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Name;
import dev.monsh.cli.completion.Names;
import dev.monsh.command.logs.LogPlaces;
import dev.monsh.command.logs.LogsCommands;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.ql.LogSelector;
import dev.monsh.ql.Selector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** The labels, values and fields of the streams of the last hours: of a Loki, and where none answers of the log files. */
final class LokiNames implements Names {

    private static final Duration LOOK_BACK = Duration.ofHours(6);

    private static final String ALL_LABELS = "log labels ";

    private final BackgroundNames background;
    private final String server;
    private final LogPlaces logs;
    private final GlobalOptions options;
    private final InstantSource clock;

    LokiNames(BackgroundNames background, String server, LogPlaces logs, GlobalOptions options, InstantSource clock) {
        this.background = background;
        this.server = server;
        this.logs = logs;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public List<Name> labels(Selector selector) {
        return background.names(
                server,
                ALL_LABELS + (selector.isEmpty() ? "" : selector.toString()),
                () -> PrometheusNames.plain(
                        selector.isEmpty()
                                ? asked(loki -> loki.labelNames(range()), LogsCommands::labelNames)
                                : LogsCommands.labelNames(streams(selector))));
    }

    @Override
    public List<Name> values(String label, Selector selector) {
        return background.names(
                server,
                "log values " + label + " " + (selector.isEmpty() ? "" : selector.toString()),
                () -> PrometheusNames.plain(
                        selector.isEmpty()
                                ? asked(
                                        loki -> loki.labelValues(label, range()),
                                        streams -> LogsCommands.labelValues(streams, label))
                                : LogsCommands.labelValues(streams(selector), label)));
    }

    @Override
    public boolean knowsLabel(String label) {
        return PrometheusNames.isKnown(background.known(server, ALL_LABELS), label);
    }

    @Override
    public List<Name> fields(Selector selector) {
        if (selector.isEmpty()) {
            return List.of();
        }
        return background.names(
                server,
                "log fields " + selector,
                () -> asked(
                        loki -> loki.detectedFields(selector.toString(), range()).stream()
                                .map(field -> new Name(field.name(), field.type(), String.join(", ", field.parsers())))
                                .toList(),
                        streams -> List.of()));
    }

    private List<Labels> streams(Selector selector) {
        String text = selector.toString();
        return asked(
                loki -> loki.series(text, range()),
                streams -> streams.stream()
                        .filter(LogSelector.parse(text)::selects)
                        .toList());
    }

    /** Asks Loki, and where that gives nothing the files; a selector that it rejects selects nothing. */
    private <T> List<T> asked(Function<LogSource, List<T>> loki, Function<List<Labels>, List<T>> files) {
        try {
            return loki.apply(logs.requiredLoki(options));
        } catch (RejectedException e) {
            return List.of();
        } catch (MonshException e) {
            return logs.files(options).map(from -> files.apply(from.streams())).orElseThrow(() -> e);
        }
    }

    private TimeRange range() {
        long now = clock.millis() * 1_000_000;
        return new TimeRange(now - LOOK_BACK.toNanos(), now);
    }
}
