package dev.monsh.adapter.yaml.box;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.adapter.yaml.YamlPath;
import dev.monsh.adapter.yaml.edit.YamlEdit;
import dev.monsh.adapter.yaml.edit.YamlEditor;
import dev.monsh.adapter.yaml.edit.YamlValue;
import dev.monsh.box.Box;
import dev.monsh.box.BoxChoice;
import dev.monsh.box.BoxName;
import dev.monsh.box.BoxStore;
import dev.monsh.box.Configuration;
import dev.monsh.box.ConfigurationChange;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.box.ConsoleSettings;
import dev.monsh.box.GatewayEntry;
import dev.monsh.box.LocalBox;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.Backup;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.edit.UnifiedDiff;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The configuration file in YAML. */
public final class YamlBoxStore implements BoxStore {

    /** The file may name secrets, and says which machines there are. */
    private static final int MODE = 0600;

    private static final YamlPath BOXES = YamlPath.of("boxes");
    private static final YamlPath CURRENT = YamlPath.of("current");

    private final ConfigurationLocation location;
    private final Path workingFolder;
    private final Path home;
    private final AtomicFile files;

    /** Takes the folder that {@code .} means and the folder that {@code ~} means. */
    public YamlBoxStore(ConfigurationLocation location, Path workingFolder, Path home, AtomicFile files) {
        this.location = location;
        this.workingFolder = workingFolder;
        this.home = home;
        this.files = files;
    }

    @Override
    public Configuration load() {
        Optional<FileSnapshot> snapshot = snapshot();
        if (snapshot.isEmpty() && location.named()) {
            throw new ConfigurationException(List.of(new Problem(location.file().toString(), 0, 0, "file not found")));
        }
        return snapshot.map(each -> read(document(each))).orElseGet(this::withoutFile);
    }

    private Optional<FileSnapshot> snapshot() {
        return FileSnapshot.readIfPresent(location.file());
    }

    private YamlDocument document(FileSnapshot snapshot) {
        return YamlDocument.parseLeniently(location.file().toString(), snapshot.bytes())
                .single();
    }

    private Configuration read(YamlDocument document) {
        return new ConfigurationReader(location.file(), document, workingFolder, home).read();
    }

    private Configuration withoutFile() {
        Box local = LocalBox.find(workingFolder, home);
        return new Configuration(
                location.file(),
                false,
                Optional.of(local.name()),
                Map.of(local.name(), local),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ConsoleSettings.USUAL);
    }

    @Override
    public ConfigurationChange add(Box box) {
        if (!BoxName.isUsable(box.name())) {
            throw new UsageException("box '" + box.name() + "'", "a box's name " + BoxName.RULE);
        }
        Optional<FileSnapshot> snapshot = snapshot();
        YamlDocument document = document(snapshot);
        Configuration before = read(document);
        if (boxes(document).contains(box.name())) {
            throw new ConflictException("box '" + box.name() + "'", "there is one of this name", "monsh box list");
        }
        YamlDocument edited = edited(document, addition(document, before, box));
        return change(snapshot, edited);
    }

    private ConfigurationChange change(Optional<FileSnapshot> snapshot, YamlDocument edited) {
        byte[] bytes = edited.bytes();
        Runnable writing = snapshot.isPresent()
                ? () -> files.replace(snapshot.get(), bytes, new Backup.None())
                : () -> files.create(location.file(), bytes, MODE);
        byte[] before = snapshot.map(FileSnapshot::bytes).orElseGet(() -> new byte[0]);
        return new PlannedEdit(location.file(), before, bytes, writing);
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes or compares
    private record PlannedEdit(Path file, byte[] before, byte[] after, Runnable writing)
            implements ConfigurationChange {

        @Override
        public byte[] diff() {
            return UnifiedDiff.between(before, after).bytes(file.toString(), file.toString());
        }

        @Override
        public void make() {
            writing.run();
        }
    }

    /** The first box takes the place of the one that is there without it, so it is the one in use from then on. */
    private static List<YamlEdit> addition(YamlDocument document, Configuration before, Box box) {
        List<YamlEdit> edits = new ArrayList<>();
        if (before.current().isPresent() && boxes(document).isEmpty()) {
            edits.add(new YamlEdit.Set(CURRENT, YamlValue.text(box.name())));
        }
        YamlValue.Field field = new YamlValue.Field(box.name(), BoxEntry.of(box));
        edits.add(
                has(document, "boxes")
                        ? new YamlEdit.Add(BOXES, field.key(), field.value())
                        : new YamlEdit.Add(YamlPath.of(), "boxes", new YamlValue.Fields(List.of(field))));
        return edits;
    }

    @Override
    public ConfigurationChange remove(String name) {
        YamlEdit removal = new YamlEdit.Remove(BOXES.key(name));
        return change(
                name,
                before -> before.current().filter(name::equals).isPresent()
                        ? List.of(new YamlEdit.Remove(CURRENT), removal)
                        : List.of(removal));
    }

    @Override
    public ConfigurationChange use(String name) {
        YamlValue value = YamlValue.text(name);
        return change(
                name,
                before -> List.of(
                        before.current().isPresent()
                                ? new YamlEdit.Set(CURRENT, value)
                                : new YamlEdit.Add(YamlPath.of(), "current", value, Optional.of("boxes"))));
    }

    @Override
    public boolean hasGateway(GatewayEntry entry) {
        return GatewayEdits.areDone(load(), entry);
    }

    @Override
    public ConfigurationChange putGateway(GatewayEntry entry) {
        Optional<FileSnapshot> snapshot = snapshot();
        YamlDocument document = document(snapshot);
        return change(snapshot, edited(document, GatewayEdits.of(document, read(document), entry)));
    }

    private YamlDocument document(Optional<FileSnapshot> snapshot) {
        return snapshot.map(this::document)
                .orElseGet(() -> YamlDocument.parse(location.file().toString(), new byte[0]));
    }

    private ConfigurationChange change(String name, Function<Configuration, List<YamlEdit>> decision) {
        FileSnapshot snapshot = snapshot().orElse(null);
        if (snapshot == null) {
            BoxChoice.find(load(), name);
            throw withoutEntry(name);
        }
        YamlDocument document = document(snapshot);
        Configuration before = read(document);
        BoxChoice.find(before, name);
        if (!boxes(document).contains(name)) {
            throw withoutEntry(name);
        }
        YamlDocument edited = edited(document, decision.apply(before));
        return change(Optional.of(snapshot), edited);
    }

    private UsageException withoutEntry(String name) {
        String why = "it is this machine, which is there as long as no box is configured";
        return new UsageException("box '" + name + "'", why, "monsh box add");
    }

    private YamlDocument edited(YamlDocument document, List<YamlEdit> edits) {
        YamlEditor editor = new YamlEditor();
        YamlDocument edited = document;
        for (YamlEdit edit : edits) {
            edited = editor.apply(edited, edit);
        }
        read(edited);
        return edited;
    }

    private static boolean has(YamlDocument document, String key) {
        return document.root() instanceof YamlNode.Mapping root && root.entry(key) != null;
    }

    /** Returns the names of the boxes that the file itself has. */
    private static List<String> boxes(YamlDocument document) {
        List<String> names = new ArrayList<>();
        YamlNode.Entry entry = document.root() instanceof YamlNode.Mapping root ? root.entry("boxes") : null;
        if (entry != null && entry.value().resolved() instanceof YamlNode.Mapping boxes) {
            for (YamlNode.Entry box : boxes.entries()) {
                if (box.key() instanceof YamlNode.Scalar name) {
                    names.add(name.value());
                }
            }
        }
        return names;
    }
}
