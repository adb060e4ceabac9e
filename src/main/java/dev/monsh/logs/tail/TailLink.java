package dev.monsh.logs.tail;

import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.TailConnection;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.TailRequest;
import org.jspecify.annotations.Nullable;

/** The connection of a tail: made, lost, and made again after a pause. */
final class TailLink {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long OPENING_NANOS = 30_000_000_000L;

    private final TailParts parts;
    private final TailInbox inbox;
    private final String expression;
    private final Pauses pauses;
    private @Nullable TailConnection connection;
    private long number;
    private boolean open;
    private boolean everOpened;
    private long firstTryAt = NEVER;
    private long tryAt;
    private long openBy = NEVER;

    /**
     * Begins without a connection.
     *
     * @param everOpened whether an earlier run had one: then a server that is away is waited for
     */
    TailLink(TailParts parts, TailInbox inbox, String expression, boolean everOpened) {
        this.parts = parts;
        this.inbox = inbox;
        this.expression = expression;
        this.everOpened = everOpened;
        this.pauses = new Pauses(parts.settings().backOff(), parts.random());
    }

    boolean isOpen() {
        return open;
    }

    boolean isCurrent(TailSignal signal) {
        return signal.connection() == number;
    }

    long nextWake() {
        return Math.min(tryAt, openBy);
    }

    void tick(long now) {
        if (now >= tryAt) {
            connect(now);
        } else if (now >= openBy) {
            inbox.put(new TailSignal.Ended(number, new TailEnd.Broken("no answer to the tail request")));
            openBy = NEVER;
        }
    }

    void opened() {
        open = true;
        everOpened = true;
        openBy = NEVER;
    }

    /** Takes in that the connection works: the pauses start again. */
    void worked() {
        pauses.reset();
    }

    /**
     * Takes in how the connection ended and plans the next one.
     *
     * @return the pause until then, in nanoseconds
     * @throws dev.monsh.failure.MonshException when no further connection can help
     */
    long ended(TailEnd end, TailVerdict.Retry retry, long now) {
        close();
        // whatever else that connection says is not of interest
        number++;
        if (!everOpened) {
            boolean away = end instanceof TailEnd.Unreachable;
            if (away || now >= firstTryAt + parts.settings().patience().toNanos()) {
                throw retry.whenNever();
            }
        }
        long pause = pauses.next();
        tryAt = now + pause;
        return pause;
    }

    void close() {
        open = false;
        openBy = NEVER;
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private void connect(long now) {
        firstTryAt = Math.min(firstTryAt, now);
        tryAt = NEVER;
        openBy = now + OPENING_NANOS;
        number++;
        TailRequest request = new TailRequest(expression, now, parts.settings().ping());
        try {
            connection = parts.source().tail(request, inbox.listener(number));
        } catch (UnreachableException e) {
            inbox.put(new TailSignal.Ended(number, new TailEnd.Unreachable(e.why())));
        }
    }
}
