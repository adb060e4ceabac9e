package dev.monsh.logs.read;

import dev.monsh.logs.TimeRange;
import java.util.function.BiConsumer;

/** A request for one window on a thread of its own. */
final class WindowTask {

    private final TimeRange window;
    private final Thread thread;

    private WindowTask(WindowReader reader, TimeRange window, BiConsumer<WindowTask, WindowAnswer> finished) {
        this.window = window;
        this.thread = Thread.ofPlatform().daemon().name("monsh-logs-window").unstarted(() -> {
            WindowAnswer answer;
            try {
                answer = reader.read(window);
            } catch (RuntimeException e) {
                answer = WindowAnswer.failed(window, e);
            }
            finished.accept(this, answer);
        });
    }

    /**
     * Sends a request.
     *
     * @param finished hears of the answer, on the thread of the request
     */
    static WindowTask start(WindowReader reader, TimeRange window, BiConsumer<WindowTask, WindowAnswer> finished) {
        WindowTask task = new WindowTask(reader, window, finished);
        task.thread.start();
        return task;
    }

    TimeRange window() {
        return window;
    }

    void cancel() {
        thread.interrupt();
    }
}
