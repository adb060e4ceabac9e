package dev.monsh.logs.read;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.logs.TimeRange;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the windows of a plan with a few requests at once and hands their pages on in the order of the plan. Only a few
 * answers wait for their turn, so memory does not grow with the range.
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
        BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
        Set<WindowTask> underWay = new HashSet<>();
        try {
            while (sink.wantsMore() && !plan.isDone()) {
                ask(plan, underWay, finished);
                Finished next = finished.take();
                underWay.remove(next.task());
                plan.answered(next.task().window(), next.answer());
                ask(plan, underWay, finished);
                handOn(plan, sink);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("logs", "interrupted while reading", null, e);
        } finally {
            underWay.forEach(WindowTask::cancel);
        }
    }

    private void ask(WindowPlan plan, Set<WindowTask> underWay, BlockingQueue<Finished> finished) {
        while (underWay.size() < parallel) {
            @Nullable TimeRange window = plan.next(2 * parallel);
            if (window == null) {
                return;
            }
            underWay.add(WindowTask.start(reader, window, (task, answer) -> finished.add(new Finished(task, answer))));
        }
    }

    private static void handOn(WindowPlan plan, PageSink sink) {
        while (sink.wantsMore()) {
            @Nullable WindowAnswer answer = plan.poll();
            if (answer == null) {
                return;
            }
            answer.into(sink);
        }
    }

    private record Finished(WindowTask task, WindowAnswer answer) {}
}
