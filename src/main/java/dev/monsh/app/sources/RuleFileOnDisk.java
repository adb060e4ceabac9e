package dev.monsh.app.sources;

import dev.monsh.adapter.yaml.process.ProcessExporterConfigEditor;
import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.command.PlannedChange;
import dev.monsh.command.process.RuleFile;
import dev.monsh.edit.AtomicFile;
import dev.monsh.edit.FileChange;
import dev.monsh.edit.FileChanges;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import java.util.List;
import java.util.OptionalInt;

/** The rules as they were read from the disk. */
record RuleFileOnDisk(FileSnapshot read, AtomicFile writer) implements RuleFile {

    @Override
    public MatcherConfig config() {
        return compiled(read.bytes());
    }

    @Override
    public Addition add(RuleText rule, OptionalInt before) {
        byte[] after = new ProcessExporterConfigEditor().add(name(), read.bytes(), rule, before);
        return new Addition(compiled(after), change(after));
    }

    @Override
    public PlannedChange remove(int rule) {
        return change(new ProcessExporterConfigEditor().remove(name(), read.bytes(), rule));
    }

    private MatcherConfig compiled(byte[] content) {
        return new ProcessExporterConfigReader().read(name(), content);
    }

    private PlannedChange change(byte[] after) {
        return new DiskChange(new FileChanges(List.of(new FileChange(read, after))), writer);
    }

    private String name() {
        return read.path().toString();
    }
}
