package dev.monsh.dashboard.record;

import dev.monsh.dashboard.state.Size;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.FileFailure;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Output;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Locale;

/** A recording of what is written to the terminal, as asciicast v2 (docs.asciinema.org/manual/asciicast/v2). */
public final class Recording implements AutoCloseable {

    private final Output file;
    private final InstantSource clock;
    private final long startMillis;

    private Recording(Output file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.startMillis = clock.millis();
    }

    /**
     * Begins a recording in a new file.
     *
     * @throws ConflictException where the file is there already
     */
    public static Recording begin(Path path, Size size, String term, InstantSource clock) {
        try {
            OutputStream stream = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Recording recording = new Recording(new Output(stream), clock);
            recording.header(size, term);
            return recording;
        } catch (FileAlreadyExistsException e) {
            throw new ConflictException(path.toString(), "already exists; --record needs a new file", null, e);
        } catch (IOException e) {
            throw FileFailure.of("write " + path, e);
        }
    }

    private void header(Size size, String term) {
        JsonWriter json = new JsonWriter(file);
        json.beginObject().name("version").value(2);
        json.name("width").value(size.columns()).name("height").value(size.rows());
        json.name("timestamp").value(startMillis / 1000);
        json.name("env").beginObject().member("TERM", term).endObject();
        json.endObject().newLine();
    }

    /** Returns a stream that records what goes through it; a flush ends an event. */
    public OutputStream before(OutputStream terminal) {
        return new Tee(terminal);
    }

    private void event(String text) {
        JsonWriter json = new JsonWriter(file);
        double seconds = (clock.millis() - startMillis) / 1000.0;
        json.beginArray()
                .literal(String.format(Locale.ROOT, "%.3f", seconds))
                .value("o")
                .value(text);
        json.endArray().newLine();
    }

    @Override
    public void close() {
        file.flush();
    }

    private final class Tee extends FilterOutputStream {

        private final java.io.ByteArrayOutputStream waiting = new java.io.ByteArrayOutputStream();

        Tee(OutputStream terminal) {
            super(terminal);
        }

        @Override
        public void write(int b) throws IOException {
            waiting.write(b);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            waiting.write(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
            if (waiting.size() > 0) {
                event(waiting.toString(StandardCharsets.UTF_8));
                waiting.reset();
            }
        }
    }
}
