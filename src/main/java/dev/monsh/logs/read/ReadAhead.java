package dev.monsh.logs.read;

import dev.monsh.failure.InterruptedByUserException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads the windows of a plan with a few requests at once and hands their pages on in the order of the plan. A window
 * that is ahead of its turn waits after a page or two, so memory does not grow with the range.
 */
final class ReadAhead {

    private final WindowReader reader;
    private final int parallel;

    ReadAhead(WindowReader reader, int parallel) {
        this.reader = reader;
        this.parallel = Math.max(1, parallel);
    }

    /** Reads all of it; an exception from the sink ends the requests that are under way. */
    void read(WindowPlan plan, PageSink sink) {
        Deque<WindowTask> underWay = new ArrayDeque<>();
        try {
            while (sink.wantsMore() && !(plan.isDone() && underWay.isEmpty())) {
                while (!plan.isDone() && underWay.size() < parallel) {
                    underWay.add(WindowTask.start(reader, plan.next()));
                }
                WindowTask first = underWay.getFirst();
                long lines = first.drain(sink);
                plan.learn(first.window(), lines);
                underWay.removeFirst();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("logs", "interrupted while reading", null, e);
        } finally {
            underWay.forEach(WindowTask::cancel);
        }
    }
}
