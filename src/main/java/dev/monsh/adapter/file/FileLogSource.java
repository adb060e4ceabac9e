package dev.monsh.adapter.file;

import dev.monsh.failure.RefusedException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.files.LeadingTime;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.files.PathGlob;
import dev.monsh.logs.ql.LogSelector;
import dev.monsh.logs.tail.Timeline;
import dev.monsh.logs.target.LogTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The lines that Promtail would ship, read from its files without Promtail or Loki.
 *
 * <p>Times: Promtail without a timestamp stage gives a line the time at which it reads it, which nobody knows for an old
 * file. So a line has the time it begins with ({@link LeadingTime}); one that begins with none has that of the line
 * before it, as the lines of a stack trace; and lines before the first time have the file's modification time. While
 * files are followed a line has the time at which it is read, as with Promtail.
 */
public final class FileLogSource implements LogFiles {

    private final String origin;
    private final List<LogTarget> targets;
    private final LeadingTime leadingTime;

    /**
     * Makes a source.
     *
     * @param origin the path of the configuration
     * @param targets those that name files count, in the order of the configuration; where two name one file, the first has it
     */
    public FileLogSource(String origin, List<LogTarget> targets, LeadingTime leadingTime) {
        this.origin = origin;
        this.targets = targets.stream().filter(LogTarget::hasPath).toList();
        this.leadingTime = leadingTime;
    }

    /** Returns the files that are there now, with the labels that their lines have. */
    public Map<Path, Labels> files() {
        Map<Path, Labels> files = new TreeMap<>();
        for (LogTarget target : targets) {
            for (Path path : matching(new PathGlob(target.path()))) {
                if (!target.excludes(path)) {
                    files.putIfAbsent(path, target.labelsOf(path.toString()));
                }
            }
        }
        return files;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public List<Labels> streams() {
        return files().values().stream().sorted().toList();
    }

    @Override
    public LogFiles.Tail tail() {
        return new FileTail(this, Timeline.system());
    }

    /** A limit, and the order with the newest line first, keep as many lines in memory as they give. */
    @Override
    public long read(LogQuery query, LineSink sink) {
        LogSelector selector = LogSelector.parse(query.expression());
        boolean turned = query.direction() == Direction.BACKWARD;
        Deque<LogLine> newest = new ArrayDeque<>();
        long count = 0;
        try (Merge merge = new Merge(open(selector))) {
            while (merge.hasNext()) {
                LogLine line = merge.next();
                if (!query.range().contains(line.timestampNanos())
                        || !selector.passes(line.line())
                        || !query.filter().test(line)) {
                    continue;
                }
                if (query.limit() == 0 && !turned) {
                    sink.line(line);
                    count++;
                    continue;
                }
                newest.addLast(line);
                if (query.limit() > 0 && newest.size() > query.limit()) {
                    newest.removeFirst();
                }
            }
        }
        Iterator<LogLine> rest = turned ? newest.descendingIterator() : newest.iterator();
        rest.forEachRemaining(sink::line);
        return count + newest.size();
    }

    private List<LineFile> open(LogSelector selector) {
        List<LineFile> open = new ArrayList<>();
        for (Map.Entry<Path, Labels> file : files().entrySet()) {
            if (selector.selects(file.getValue())) {
                open.add(LineFile.open(file.getKey(), file.getValue(), leadingTime));
            }
        }
        return open;
    }

    private static List<Path> matching(PathGlob glob) {
        List<Path> found = glob.find().stream().filter(Files::isRegularFile).toList();
        if (found.isEmpty() && Files.isDirectory(glob.folder()) && !Files.isReadable(glob.folder())) {
            throw new RefusedException(glob.folder().toString(), "cannot be listed: permission denied");
        }
        return found;
    }

    /** The lines of several files in the order of their times. */
    private static final class Merge implements AutoCloseable {

        private final List<LineFile> files;
        private final PriorityQueue<LineFile> byTime =
                new PriorityQueue<>(Comparator.comparingLong(LineFile::nextTime));

        Merge(List<LineFile> files) {
            this.files = files;
            files.stream().filter(LineFile::hasNext).forEach(byTime::add);
        }

        boolean hasNext() {
            return !byTime.isEmpty();
        }

        LogLine next() {
            LineFile file = byTime.remove();
            LogLine line = file.next();
            if (file.hasNext()) {
                byTime.add(file);
            }
            return line;
        }

        @Override
        public void close() {
            files.forEach(LineFile::close);
        }
    }
}
