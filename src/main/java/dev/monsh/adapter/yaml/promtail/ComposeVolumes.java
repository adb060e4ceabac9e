package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.MergedEntries;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.logs.target.PromtailService;
import dev.monsh.mount.Mount;
import dev.monsh.mount.MountSources;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds Promtail in a Compose file, and the folders that it gets (docs.docker.com, Compose file, "volumes"). */
final class ComposeVolumes {

    private static final String NAME = "promtail";

    private final YamlDocument document;
    private final MountSources sources;

    ComposeVolumes(YamlDocument document, MountSources sources) {
        this.document = document;
        this.sources = sources;
    }

    Optional<PromtailService> read() {
        YamlNode services = value(document.root(), "services");
        if (services == null) {
            return Optional.empty();
        }
        Optional<YamlNode.Entry> byName = entries(services).stream()
                .filter(service -> text(service.key()).equals(NAME))
                .findFirst();
        return byName.or(() -> entries(services).stream()
                        .filter(service -> text(value(service.value(), "image")).contains(NAME))
                        .findFirst())
                .map(service -> service(text(service.key())));
    }

    private PromtailService service(String name) {
        return new PromtailService(document.file(), name, List.copyOf(of(name).values()));
    }

    /** Returns the mounts of a service by their places in its list of volumes, from 0. */
    SortedMap<Integer, Mount> of(String service) {
        SortedMap<Integer, Mount> mounts = new TreeMap<>();
        YamlNode found = value(document.root(), "services");
        YamlNode keys = found == null ? null : value(found, service);
        if (keys != null && value(keys, "volumes") instanceof YamlNode.Sequence volumes) {
            for (int i = 0; i < volumes.items().size(); i++) {
                int index = i;
                mount(volumes.items().get(i)).ifPresent(mount -> mounts.put(index, mount));
            }
        }
        return mounts;
    }

    private Optional<Mount> mount(YamlNode node) {
        if (node.resolved() instanceof YamlNode.Mapping) {
            String target = text(value(node, "target"));
            // without a type of its own a volume by that name is meant, whatever it looks like
            boolean bind = text(value(node, "type")).equals("bind");
            boolean readOnly = text(value(node, "read_only")).equals("true");
            return Optional.of(mount(bind, text(value(node, "source")), target, readOnly))
                    .filter(_ -> !target.isEmpty());
        }
        String written = text(node);
        int colon = withoutVariables(written).indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String source = written.substring(0, colon);
        String rest = written.substring(colon + 1);
        int options = rest.indexOf(':');
        String target = options < 0 ? rest : rest.substring(0, options);
        boolean readOnly = options >= 0
                && Arrays.asList(rest.substring(options + 1).split(",", -1)).contains("ro");
        return Optional.of(mount(MountSources.isPath(source) || source.startsWith("$"), source, target, readOnly));
    }

    private Mount mount(boolean bind, String source, String target, boolean readOnly) {
        return new Mount(bind, bind ? sources.written(source) : source, target, readOnly);
    }

    /** Blanks out what stands in <code>${…}</code>, whose default may hold a colon. */
    private static String withoutVariables(String text) {
        StringBuilder blank = new StringBuilder(text);
        int depth = 0;
        for (int i = 0; i < blank.length(); i++) {
            boolean opens = blank.charAt(i) == '{' && i > 0 && text.charAt(i - 1) == '$';
            depth += opens ? 1 : 0;
            if (depth > 0) {
                depth -= text.charAt(i) == '}' ? 1 : 0;
                blank.setCharAt(i, '_');
            }
        }
        return blank.toString();
    }

    private static @Nullable YamlNode value(YamlNode node, String key) {
        for (YamlNode.Entry entry : entries(node)) {
            if (text(entry.key()).equals(key)) {
                return entry.value().resolved();
            }
        }
        return null;
    }

    private static List<YamlNode.Entry> entries(YamlNode node) {
        return node.resolved() instanceof YamlNode.Mapping mapping
                ? MergedEntries.of(mapping, MergedEntries.Order.FIRST)
                : List.of();
    }

    private static String text(@Nullable YamlNode node) {
        return node != null && node.resolved() instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }
}
