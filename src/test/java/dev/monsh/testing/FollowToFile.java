package dev.monsh.testing;

import dev.monsh.adapter.file.PositionFile;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.tail.LogTail;
import dev.monsh.logs.tail.TailEvent;
import dev.monsh.logs.tail.TailQuery;
import dev.monsh.logs.tail.TailSink;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Follows numbered lines into a file, in a process of its own that can be killed. */
public final class FollowToFile {

    private FollowToFile() {}

    /** Takes the URL, the file of the position and the file for the lines, which is appended to. */
    public static void main(String[] arguments) throws IOException {
        LogSource source = LokiAt.url(arguments[0]);
        try (FileOutputStream out = new FileOutputStream(arguments[2], true)) {
            LogTail.of(source, source)
                    .run(
                            new TailQuery("{job=\"numbers\"}", OptionalLong.empty()),
                            new PositionFile(Path.of(arguments[1])),
                            new ToFile(out));
        }
    }

    private record ToFile(FileOutputStream out) implements TailSink {

        @Override
        public void accept(TailEvent event) {
            if (event instanceof TailEvent.Line line) {
                try {
                    out.write((line.line().line() + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void flush() {
            // every line is written at once
        }
    }
}
