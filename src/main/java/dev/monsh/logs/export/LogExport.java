package dev.monsh.logs.export;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.PartialException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.read.LogReader;
import dev.monsh.logs.read.ReadOutcome;
import dev.monsh.logs.read.ReadSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Writes whole ranges into files, part by part, several at once; what is done is not done again. */
public final class LogExport {

    private final LogReader reader;
    private final ExportStore store;
    private final Consumer<ExportPlan> progress;

    /**
     * Makes an export.
     *
     * @param reading one request at a time is made for each job, whatever it says of parallel ones
     * @param progress hears of the plan at the start, and after each part on the thread of a job
     */
    public LogExport(LogSource source, ReadSettings reading, ExportStore store, Consumer<ExportPlan> progress) {
        this.reader = new LogReader(source, reading.withParallel(1));
        this.store = store;
        this.progress = progress;
    }

    /**
     * Exports a range, or continues the export that was started in this place: it is the same one when the expression
     * and the length of the range are the same, and then its own range counts, since one that ends now has moved on.
     *
     * @param jobs how many parts are read at once
     * @return the plan with every part done and counted
     * @throws UsageException when another export was begun in this place
     * @throws PartialException when parts failed, or when files do not hold what was written
     */
    public ExportPlan run(String expression, TimeRange range, int jobs) {
        ExportPlan plan = store.load().orElseGet(() -> ExportPlan.of(expression, range));
        if (!plan.expression().equals(expression) || !plan.range().length().equals(range.length())) {
            throw new UsageException(
                    "logs export",
                    "this folder contains another export: " + plan.expression() + " over "
                            + plan.range().length().toSeconds() + " s");
        }
        store.save(plan);
        progress.accept(plan);
        Progress state = new Progress(plan);
        List<MonshException> failures = readAll(state, jobs);
        if (!failures.isEmpty()) {
            throw failed(state.plan(), failures);
        }
        check(state.plan());
        return state.plan();
    }

    private List<MonshException> readAll(Progress state, int jobs) {
        Queue<ExportPlan.Part> waiting = new ConcurrentLinkedQueue<>(
                state.plan().parts().stream().filter(part -> !part.isDone()).toList());
        Queue<MonshException> failures = new ConcurrentLinkedQueue<>();
        Patience patience = new Patience(2 * Math.max(1, jobs));
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.max(1, jobs); i++) {
            workers.add(Thread.ofPlatform()
                    .daemon()
                    .name("monsh-export")
                    .start(() -> work(state, waiting, failures, patience)));
        }
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            waiting.clear();
            workers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException(
                    "logs export", "interrupted; run the same command again to continue", null, e);
        }
        return List.copyOf(failures);
    }

    private void work(
            Progress state, Queue<ExportPlan.Part> waiting, Queue<MonshException> failures, Patience patience) {
        for (ExportPlan.Part part = waiting.poll(); part != null; part = waiting.poll()) {
            try {
                state.done(read(state.plan().expression(), part));
                patience.answered();
            } catch (RejectedException e) {
                // the other parts would be rejected as well
                waiting.clear();
                failures.add(e);
            } catch (TimedOutException | UnreachableException e) {
                failures.add(e);
                if (patience.isOverAfterSilence()) {
                    waiting.clear();
                }
            } catch (MonshException e) {
                failures.add(e);
            }
        }
    }

    private ExportPlan.Part read(String expression, ExportPlan.Part part) {
        try (ExportStore.PartFile file = store.begin(part)) {
            Missing missing = new Missing(file);
            ReadOutcome outcome = reader.read(LogQuery.all(expression, part.range()), missing);
            return switch (outcome) {
                case ReadOutcome.Metric metric ->
                    throw new RejectedException(
                            "logs export", "the expression returns numbers; only lines can be exported");
                case ReadOutcome.Lines lines -> {
                    file.finish();
                    yield new ExportPlan.Part(
                            part.number(), part.range(), OptionalLong.of(lines.count()), missing.timestamps);
                }
            };
        }
    }

    private static MonshException failed(ExportPlan plan, List<MonshException> failures) {
        boolean none = plan.parts().stream().noneMatch(ExportPlan.Part::isDone);
        MonshException first = failures.getFirst();
        if (none) {
            return first;
        }
        return new PartialException(
                "logs export",
                failures.size() + " of " + plan.parts().size()
                        + " parts failed; run the same command again to retry them: " + first.getMessage(),
                null,
                first);
    }

    private void check(ExportPlan plan) {
        for (ExportPlan.Part part : plan.parts()) {
            long found = store.count(part);
            if (found != part.lines().orElse(-1)) {
                throw new PartialException(
                        "logs export",
                        "part " + part.number() + " has " + Math.max(0, found) + " lines in its file, but "
                                + part.lines().orElse(0) + " were written");
            }
        }
        long missing = plan.parts().stream().mapToLong(ExportPlan.Part::missing).sum();
        if (missing > 0) {
            throw new PartialException(
                    "logs export",
                    "the server does not return all lines of " + missing + " timestamps; everything else is written");
        }
    }

    /** How many parts in a row may get no answer: each part costs a whole time limit, and a dead server answers none. */
    private static final class Patience {

        private final int most;
        private int silent;

        Patience(int most) {
            this.most = most;
        }

        synchronized void answered() {
            silent = 0;
        }

        synchronized boolean isOverAfterSilence() {
            silent++;
            return silent >= most;
        }
    }

    /** The plan as the jobs move it on. */
    private final class Progress {

        private ExportPlan plan;

        Progress(ExportPlan plan) {
            this.plan = plan;
        }

        synchronized ExportPlan plan() {
            return plan;
        }

        synchronized void done(ExportPlan.Part part) {
            plan = plan.with(part);
            store.save(plan);
            progress.accept(plan);
        }
    }

    private static final class Missing implements LineSink {

        private final ExportStore.PartFile file;
        private long timestamps;

        Missing(ExportStore.PartFile file) {
            this.file = file;
        }

        @Override
        public void line(LogLine line) {
            file.write(line);
        }

        @Override
        public void incomplete(long timestampNanos, long delivered) {
            timestamps++;
        }
    }
}
