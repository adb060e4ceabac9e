package dev.monsh.logs.tail;

import dev.monsh.logs.LogSource;
import dev.monsh.logs.read.ReadSettings;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Follows the lines of an expression, through restarts of the server, of the network and of what lies between: it
 * connects again, fetches what came meanwhile, prints every line once and in order, and says where lines are missing.
 */
public final class LogTail {

    /** A gap up to this long is asked for at once; most of them hold little. */
    private static final Duration USUAL_GAP = Duration.ofHours(2);

    /**
     * How long a query for missed lines may take before it is given up and sent again: a Loki that stops waits for the
     * queries under way, without answering them (measured: 46 s and 120 s with Loki 3.6).
     */
    public static final Duration QUERY_LIMIT = Duration.ofSeconds(5);

    private final TailParts parts;
    private final TailInbox inbox = new TailInbox();

    /**
     * Makes a tail for one run.
     *
     * @param reading how gaps are read
     * @param random for the jitter of its pauses
     */
    public LogTail(
            LogSource source, TailSettings settings, ReadSettings reading, Timeline timeline, RandomGenerator random) {
        this(new TailParts(source, source, settings, reading, timeline, random));
    }

    private LogTail(TailParts parts) {
        this.parts = parts;
    }

    /**
     * Makes a tail with the settings that suit a person at a terminal.
     *
     * @param queries the same server with a time limit of at most {@link #QUERY_LIMIT} for an answer
     */
    public static LogTail of(LogSource source, LogSource queries) {
        return new LogTail(new TailParts(
                source,
                queries,
                TailSettings.defaults(),
                ReadSettings.defaults().withFirstWindow(USUAL_GAP),
                Timeline.system(),
                RandomGenerator.getDefault()));
    }

    /**
     * Follows until {@link #stop()} is called or the thread is interrupted; what is held back is printed and the
     * position saved before it returns.
     *
     * @throws dev.monsh.failure.MonshException when the expression or the access is refused, when nothing answers at the
     *     first attempt, or when a position belongs to another expression
     */
    public void run(TailQuery query, PositionStore store, TailSink sink) {
        new TailRun(parts, inbox, query, new TailOutput(sink, store, parts.settings())).run();
    }

    /** Ends the run, from any thread. */
    public void stop() {
        inbox.stop();
    }
}
