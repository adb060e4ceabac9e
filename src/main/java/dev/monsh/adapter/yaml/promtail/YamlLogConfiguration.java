package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.adapter.yaml.YamlPath;
import dev.monsh.adapter.yaml.edit.YamlEdit;
import dev.monsh.adapter.yaml.edit.YamlEditor;
import dev.monsh.adapter.yaml.edit.YamlValue;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.logs.target.LogConfiguration;
import dev.monsh.logs.target.LogTarget;
import dev.monsh.logs.target.PromtailConfig;
import dev.monsh.logs.target.PromtailService;
import dev.monsh.mount.Mount;
import dev.monsh.mount.MountSources;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Promtail's configuration and the Compose file, edited in place. A key that stands twice is refused. */
public final class YamlLogConfiguration implements LogConfiguration {

    private static final String CONFIGS = "scrape_configs";
    private static final String STATICS = "static_configs";
    private static final String VOLUMES = "volumes";

    private final YamlEditor editor = new YamlEditor();
    private final MountSources sources;

    /** Takes what the paths in the Compose file mean. */
    public YamlLogConfiguration(MountSources sources) {
        this.sources = sources;
    }

    @Override
    public PromtailConfig promtail(String file, byte[] content) {
        return PromtailReader.read(file, content);
    }

    @Override
    public Optional<PromtailService> compose(String file, byte[] content) {
        return new ComposeVolumes(YamlDocument.parse(file, content), sources).read();
    }

    @Override
    public byte[] addTarget(String file, byte[] content, NewTarget target) {
        YamlDocument document = YamlDocument.parse(file, content).single();
        YamlValue config = value(target);
        boolean there = document.root() instanceof YamlNode.Mapping root && root.entry(CONFIGS) != null;
        YamlEdit edit = there
                ? new YamlEdit.Append(YamlPath.of(CONFIGS), config)
                : new YamlEdit.Add(YamlPath.of(), CONFIGS, new YamlValue.Items(List.of(config)));
        return editor.apply(document, edit).bytes();
    }

    /** The shape of the manual: one scrape configuration with one target a service. */
    private static YamlValue value(NewTarget target) {
        YamlValue labels = fields(
                new YamlValue.Field("service", YamlValue.text(target.service())),
                new YamlValue.Field("__path__", YamlValue.text(target.path())));
        YamlValue entry = fields(
                new YamlValue.Field("targets", YamlValue.texts(List.of("localhost"))),
                new YamlValue.Field("labels", labels));
        return fields(
                new YamlValue.Field("job_name", YamlValue.text(target.job())),
                new YamlValue.Field(STATICS, new YamlValue.Items(List.of(entry))));
    }

    private static YamlValue fields(YamlValue.Field... fields) {
        return new YamlValue.Fields(List.of(fields));
    }

    @Override
    public byte[] removeTargets(String file, byte[] content, Collection<LogTarget> targets) {
        YamlDocument document = YamlDocument.parse(file, content).single();
        TreeMap<Integer, TreeSet<Integer>> going = new TreeMap<>(Comparator.reverseOrder());
        for (LogTarget target : targets) {
            going.computeIfAbsent(target.scrapeConfig(), _ -> new TreeSet<>(Comparator.reverseOrder()))
                    .add(target.staticConfig());
        }
        List<LogTarget> all = PromtailReader.read(document).targets();
        // from the last to the first, so that the places of those still to go stay what they are
        for (int config : going.keySet()) {
            TreeSet<Integer> statics = going.getOrDefault(config, new TreeSet<>());
            YamlPath path = YamlPath.of(CONFIGS).item(config);
            long there = all.stream()
                    .filter(target -> target.scrapeConfig() == config)
                    .count();
            if (there == statics.size()) {
                document = editor.apply(document, new YamlEdit.Remove(path));
                continue;
            }
            for (int index : statics) {
                document = editor.apply(
                        document, new YamlEdit.Remove(path.key(STATICS).item(index)));
            }
        }
        return document.bytes();
    }

    @Override
    public byte[] addVolume(PromtailService service, byte[] content, String volume) {
        YamlDocument document = YamlDocument.parse(service.file(), content).single();
        YamlPath path = YamlPath.of("services", service.name());
        YamlValue value = YamlValue.text(volume);
        YamlNode.Mapping keys = keys(document, service.name());
        if (keys != null && keys.entry(VOLUMES) == null && keys.entry("<<") != null) {
            throw new ConfigurationException(List.of(document.problem(
                    keys, "its volumes may come from what << merges here, and would be lost: add the volume by hand")));
        }
        YamlEdit edit = keys != null && keys.entry(VOLUMES) != null
                ? new YamlEdit.Append(path.key(VOLUMES), value)
                : new YamlEdit.Add(path, VOLUMES, new YamlValue.Items(List.of(value)));
        return editor.apply(document, edit).bytes();
    }

    private static YamlNode.@Nullable Mapping keys(YamlDocument document, String service) {
        YamlNode.Entry services = document.root() instanceof YamlNode.Mapping root ? root.entry("services") : null;
        YamlNode.Entry found =
                services != null && services.value() instanceof YamlNode.Mapping all ? all.entry(service) : null;
        return found != null && found.value() instanceof YamlNode.Mapping keys ? keys : null;
    }

    @Override
    public byte[] removeVolumes(PromtailService service, byte[] content, Collection<Mount> mounts) {
        YamlDocument document = YamlDocument.parse(service.file(), content).single();
        YamlNode.Mapping keys = keys(document, service.name());
        if (keys == null || keys.entry(VOLUMES) == null) {
            // what is merged into the service stands elsewhere, where others may need it
            return document.bytes();
        }
        YamlPath path = YamlPath.of("services", service.name(), VOLUMES);
        TreeSet<Integer> indexes = new TreeSet<>(Comparator.reverseOrder());
        new ComposeVolumes(document, sources).of(service.name()).forEach((index, mount) -> {
            if (mounts.contains(mount)) {
                indexes.add(index);
            }
        });
        for (int index : indexes) {
            document = editor.apply(document, new YamlEdit.Remove(path.item(index)));
        }
        return document.bytes();
    }
}
