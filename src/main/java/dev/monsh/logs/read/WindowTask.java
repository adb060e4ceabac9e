package dev.monsh.logs.read;

import dev.monsh.logs.LogLine;
import dev.monsh.logs.TimeRange;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** One window that is being read on a thread of its own. */
final class WindowTask {

    private static final int PAGES_AHEAD = 1;

    private final TimeRange window;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(PAGES_AHEAD);
    private final Thread thread;

    private WindowTask(WindowReader reader, TimeRange window) {
        this.window = window;
        this.thread = Thread.ofPlatform().daemon().name("monsh-logs-window").unstarted(() -> run(reader));
    }

    static WindowTask start(WindowReader reader, TimeRange window) {
        WindowTask task = new WindowTask(reader, window);
        task.thread.start();
        return task;
    }

    TimeRange window() {
        return window;
    }

    /** Hands the window's pages on, waiting for each, and returns how many lines they had. */
    long drain(PageSink sink) throws InterruptedException {
        long lines = 0;
        while (sink.wantsMore()) {
            switch (steps.take()) {
                case Step.Page page -> {
                    lines += page.lines().size();
                    sink.page(page.lines());
                }
                case Step.Incomplete gap -> sink.incomplete(gap.timestamp(), gap.delivered());
                case Step.End end -> {
                    if (end.failure() != null) {
                        throw end.failure();
                    }
                    return lines;
                }
            }
        }
        return lines;
    }

    void cancel() {
        thread.interrupt();
    }

    private void run(WindowReader reader) {
        try {
            RuntimeException failure = null;
            try {
                reader.read(window, new Steps());
            } catch (RuntimeException e) {
                failure = e;
            }
            steps.put(new Step.End(failure));
        } catch (InterruptedException cancelled) {
            // nobody reads the steps any more
            Thread.currentThread().interrupt();
        }
    }

    private final class Steps implements PageSink {

        @Override
        public void page(List<LogLine> lines) {
            put(new Step.Page(lines));
        }

        @Override
        public void incomplete(long timestampNanos, long delivered) {
            put(new Step.Incomplete(timestampNanos, delivered));
        }

        private void put(Step step) {
            try {
                steps.put(step);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledWindow();
            }
        }
    }

    private sealed interface Step {
        record Page(List<LogLine> lines) implements Step {}

        record Incomplete(long timestamp, long delivered) implements Step {}

        record End(@Nullable RuntimeException failure) implements Step {}
    }

    private static final class CancelledWindow extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
