package dev.monsh.logs.tail;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.tail.TailEvent.Notice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One run of a tail: everything happens on its one thread. */
final class TailRun {

    private final TailParts parts;
    private final TailInbox inbox;
    private final String expression;
    private final TailOutput output;
    private final TailMemory memory;
    private final CatchUp catchUp;
    private final TailLink link;
    private final Deque<TailSignal.Frame> waiting = new ArrayDeque<>();
    private final long start;
    private long covered;
    private long lostAt = Long.MIN_VALUE;

    TailRun(TailParts parts, TailInbox inbox, TailQuery query, TailOutput output) {
        this.parts = parts;
        this.inbox = inbox;
        this.expression = query.expression();
        this.output = output;
        Optional<TailPosition> saved = output.load();
        saved.ifPresent(position -> refuseAnother(position, expression));
        long now = parts.timeline().nowNanos();
        this.start =
                saved.map(TailPosition::startNanos).orElse(query.startNanos().orElse(now));
        this.covered = saved.map(TailPosition::coveredNanos).orElse(start);
        this.memory = new TailMemory(parts.settings(), start);
        saved.ifPresent(memory::restore);
        this.catchUp = new CatchUp(parts, memory, output, expression, this::filled);
        this.link = new TailLink(parts, inbox, expression, saved.isPresent());
    }

    void run() {
        try {
            boolean on = true;
            while (on) {
                if (inbox.signals().isEmpty()) {
                    output.pause();
                }
                TailSignal signal = parts.timeline().poll(inbox.signals(), nextWake());
                on = signal == null || handle(signal);
                tick();
            }
            output.finish(scope());
        } catch (InterruptedException | InterruptedByUserException e) {
            // a file channel would not write on an interrupted thread
            boolean interrupted = Thread.interrupted();
            output.finish(scope());
            if (interrupted || e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        } catch (MonshException fatal) {
            output.finish(scope());
            throw fatal;
        } finally {
            inbox.close();
            link.close();
        }
    }

    private long nextWake() {
        return Math.min(link.nextWake(), Math.min(catchUp.nextWake(), output.nextWake()));
    }

    private boolean handle(TailSignal signal) {
        if (signal instanceof TailSignal.Stop) {
            return false;
        }
        if (link.isCurrent(signal)) {
            switch (signal) {
                case TailSignal.Opened opened -> opened();
                case TailSignal.Frame frame -> frame(frame);
                case TailSignal.Ended ended -> ended(ended.end());
                case TailSignal.Stop stop -> throw new AssertionError(stop);
            }
        }
        return true;
    }

    private void opened() {
        link.opened();
        output.opened();
        catchUp.opened(memory.resumeFrom(covered), parts.timeline().nowNanos());
    }

    private void frame(TailSignal.Frame frame) {
        link.worked();
        waiting.add(frame);
        takeWaiting();
    }

    /** Takes the frames that came, once the gap before them is closed. */
    private void takeWaiting() {
        while (!catchUp.isWaiting() && !waiting.isEmpty()) {
            TailSignal.Frame frame = waiting.removeFirst();
            long now = parts.timeline().nowNanos();
            for (LogLine line : frame.frame().lines()) {
                if (memory.received(line, frame.connection(), now)) {
                    output.received(line, now);
                }
            }
            catchUp.dropped(frame.frame(), now);
        }
    }

    private void ended(TailEnd end) {
        long now = parts.timeline().nowNanos();
        covered = covered(now);
        catchUp.lost();
        switch (TailVerdict.of(end)) {
            case TailVerdict.Fatal fatal -> throw fatal.failure();
            case TailVerdict.Retry retry -> {
                lostAt = lostAt == Long.MIN_VALUE ? now : lostAt;
                long pause = link.ended(end, retry, now);
                output.notice(Notice.Kind.LOST, retry.why() + "; trying again in " + seconds(pause));
            }
        }
    }

    private void tick() {
        link.tick(parts.timeline().nowNanos());
        if (catchUp.tick(parts.timeline().nowNanos())) {
            covered = Math.max(covered, catchUp.closedThrough());
            back();
        }
        takeWaiting();
        long now = parts.timeline().nowNanos();
        output.release(now);
        output.saveWhenDue(now, scope());
    }

    /** A gap can be long: what was printed of it is saved on the way, and the user can stop. */
    private void filled(long timestampNanos) {
        covered = Math.max(covered, timestampNanos);
        output.saveWhenDue(parts.timeline().nowNanos(), scope());
        if (inbox.isStopped()) {
            throw new InterruptedByUserException("live tail", "stopped");
        }
    }

    private void back() {
        if (lostAt != Long.MIN_VALUE) {
            long away = parts.timeline().nowNanos() - lostAt;
            output.notice(
                    Notice.Kind.BACK,
                    "connected again after " + seconds(away) + ", " + catchUp.fetched() + " lines fetched");
            lostAt = Long.MIN_VALUE;
        }
    }

    /** Until when everything is known to have come: a dead connection is noticed after two pings at the latest. */
    private long covered(long now) {
        boolean sound = link.isOpen() && catchUp.isSettled() && waiting.isEmpty();
        long silence = parts.settings().ping().multipliedBy(2).toNanos();
        return sound ? Math.max(covered, now - silence) : covered;
    }

    private TailOutput.TailScope scope() {
        return new TailOutput.TailScope(
                expression, start, covered(parts.timeline().nowNanos()));
    }

    private static void refuseAnother(TailPosition position, String expression) {
        if (!position.expression().equals(expression)) {
            throw new UsageException("saved position", "it belongs to another query: " + position.expression());
        }
    }

    private static String seconds(long nanos) {
        Duration duration = Duration.ofNanos(nanos);
        return String.format("%d.%01d s", duration.toSeconds(), duration.toMillisPart() / 100);
    }
}
