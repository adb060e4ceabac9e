package dev.monsh.adapter.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.LineTime;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.export.ExportPlan;
import dev.monsh.logs.export.ExportStore;
import dev.monsh.os.NamedFile;
import dev.monsh.os.NewFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An export in a folder: {@code export.json} with the plan, and for each part a file of lines
 * {@code {"timestamp":…,"labels":{…},"line":…}} as {@code logs -o jsonl} writes them.
 */
public final class ExportFolder implements ExportStore {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;
    private final StateFile plan;

    /** Names the folder; it is made when it is not there, but those above it are not. */
    public ExportFolder(Path folder) {
        this.folder = folder;
        this.plan = new StateFile(folder.resolve("export.json"), "state of an export");
        if (folder.toString().isEmpty()) {
            throw new UsageException("--out", "the folder name is empty");
        }
        NamedFile.requireFolder(folder);
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(folder.toString(), "not a folder", null, e);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    @Override
    public Optional<ExportPlan> load() {
        return plan.read(ExportPlanJson::read);
    }

    @Override
    public void save(ExportPlan saved) {
        plan.write(json -> ExportPlanJson.write(saved, json));
    }

    @Override
    public PartFile begin(ExportPlan.Part part) {
        Path file = file(part);
        try {
            return new JsonLines(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public long count(ExportPlan.Part part) {
        Path file = file(part);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long lines = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (NoSuchFileException none) {
            return -1;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Returns the file of a part: named so that the names sort as the times do. */
    public Path file(ExportPlan.Part part) {
        Instant start = Instant.ofEpochSecond(0, part.range().startNanos());
        String time = start.toString().replace(":", "").replace("-", "");
        return folder.resolve(String.format("part-%05d-%s.jsonl", part.number(), time));
    }

    private static RefusedException failure(Path path, IOException e) {
        return new RefusedException(path.toString(), "can't be used: " + e.getMessage(), null, e);
    }

    private static final class JsonLines implements PartFile {

        private final Path file;
        private final NewFile beside;
        private final FileOutputStream out;
        private final JsonGenerator json;
        private final LineTime time = LineTime.utc();

        JsonLines(Path file) throws IOException {
            this.file = file;
            this.beside = NewFile.besideOwn(file);
            this.out = new FileOutputStream(beside.path().toFile());
            this.json = JSON.createGenerator(new BufferedOutputStream(out, 1 << 16));
            // nothing between one line and the next: the line break is written with the line
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        }

        @Override
        public void write(LogLine line) {
            try {
                json.writeStartObject();
                json.writeStringField("timestamp", time.exact(line.timestampNanos()));
                json.writeObjectFieldStart("labels");
                for (Map.Entry<String, String> label : line.labels().values().entrySet()) {
                    json.writeStringField(label.getKey(), label.getValue());
                }
                json.writeEndObject();
                json.writeStringField("line", line.line());
                json.writeEndObject();
                json.writeRaw('\n');
            } catch (IOException e) {
                throw failure(file, e);
            }
        }

        @Override
        public void finish() {
            try {
                json.flush();
                out.getFD().sync();
                json.close();
                beside.replace(file);
            } catch (IOException e) {
                throw failure(file, e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
                beside.close();
            } catch (IOException e) {
                throw failure(file, e);
            }
        }
    }
}
