package dev.monsh.adapter.file;

import dev.monsh.failure.RefusedException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.ql.LogSelector;
import dev.monsh.logs.tail.Timeline;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Follows files as Promtail does: from their end, new ones from their beginning, through rotation and truncation. */
public final class FileTail implements LogFiles.Tail {

    private static final long POLL_NANOS = 200_000_000L;
    private static final long LIST_NANOS = 1_000_000_000L;

    private final FileLogSource source;
    private final Timeline timeline;
    private final BlockingQueue<Boolean> stopped = new LinkedBlockingQueue<>();
    private final Map<Path, FollowedFile> followed = new HashMap<>();
    private final Map<Path, Labels> labels = new HashMap<>();

    /** Makes a tail for one run. */
    public FileTail(FileLogSource source, Timeline timeline) {
        this.source = source;
        this.timeline = timeline;
    }

    @Override
    public void run(String expression, LineSink sink) {
        LogSelector selector = LogSelector.parse(expression);
        try {
            list(selector, true);
            long listAt = timeline.nowNanos() + LIST_NANOS;
            while (timeline.poll(stopped, timeline.nowNanos() + POLL_NANOS) == null) {
                if (timeline.nowNanos() >= listAt) {
                    list(selector, false);
                    listAt = timeline.nowNanos() + LIST_NANOS;
                }
                poll(selector, sink);
                sink.pause();
            }
            poll(selector, sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RefusedException e) {
            // a channel closes itself when its thread is interrupted
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        } finally {
            followed.values().forEach(FollowedFile::close);
            followed.clear();
        }
    }

    @Override
    public void stop() {
        stopped.add(true);
    }

    private void list(LogSelector selector, boolean fromEnd) {
        source.files().forEach((path, itsLabels) -> {
            if (!followed.containsKey(path) && selector.selects(itsLabels)) {
                labels.put(path, itsLabels);
                followed.put(path, new FollowedFile(path, fromEnd));
            }
        });
    }

    private void poll(LogSelector selector, LineSink sink) {
        followed.forEach((path, file) -> file.poll(timeline.nowNanos(), text -> {
            if (selector.passes(text)) {
                sink.line(new LogLine(timeline.nowNanos(), labels.getOrDefault(path, Labels.none()), text));
            }
        }));
    }
}
