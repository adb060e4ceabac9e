package dev.monsh.adapter.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import dev.monsh.os.NewFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One JSON file that is always whole: written beside, forced to the disk, and renamed over the old one. */
final class StateFile {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final String kind;

    /**
     * Names a file.
     *
     * @param kind what it holds, for messages: "position of a tail"
     */
    public StateFile(Path file, String kind) {
        this.file = file.toAbsolutePath();
        this.kind = kind;
    }

    /** Reads the file; empty when there is none. */
    public <T> Optional<T> read(Reading<T> reading) {
        try (JsonParser json = JSON.createParser(Files.readAllBytes(file))) {
            return Optional.of(reading.read(json));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            int column =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
            throw new ConfigurationException(List.of(new Problem(
                    file.toString(),
                    line,
                    column,
                    "not the " + kind + " that monsh saved: " + e.getOriginalMessage())));
        } catch (IOException e) {
            throw new RefusedException(file.toString(), "can't be read: " + e.getMessage(), null, e);
        }
    }

    void write(Writing writing) {
        try (NewFile written = NewFile.besideOwn(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator json = JSON.createGenerator(bytes)) {
                writing.write(json);
                json.writeRaw('\n');
            }
            written.write(bytes.toByteArray());
            written.replace(file);
        } catch (IOException e) {
            throw new RefusedException(file.toString(), "can't be written: " + e.getMessage(), null, e);
        }
    }

    /** Makes a value of the file's JSON; the parser stands before the first token. */
    interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    /** Writes a value as JSON. */
    interface Writing {
        void write(JsonGenerator json) throws IOException;
    }
}
