package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.logs.target.Mount;
import dev.monsh.logs.target.PromtailService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds Promtail in a Compose file, and the folders that it gets (docs.docker.com, Compose file, "volumes"). */
final class ComposeVolumes {

    private static final String NAME = "promtail";

    private ComposeVolumes() {}

    static Optional<PromtailService> read(YamlDocument document) {
        if (!(value(document.root(), "services") instanceof YamlNode.Mapping services)) {
            return Optional.empty();
        }
        YamlNode.Entry found = services.entry(NAME);
        for (YamlNode.Entry service : services.entries()) {
            if (found == null && text(value(service.value(), "image")).contains(NAME)) {
                found = service;
            }
        }
        return found == null
                ? Optional.empty()
                : Optional.of(new PromtailService(document.file(), text(found.key()), mounts(document, found.value())));
    }

    private static List<Mount> mounts(YamlDocument document, YamlNode service) {
        List<Mount> mounts = new ArrayList<>();
        if (value(service, "volumes") instanceof YamlNode.Sequence volumes) {
            for (int i = 0; i < volumes.items().size(); i++) {
                mount(document, volumes.items().get(i), i).ifPresent(mounts::add);
            }
        }
        return mounts;
    }

    private static Optional<Mount> mount(YamlDocument document, YamlNode node, int index) {
        if (node.resolved() instanceof YamlNode.Mapping) {
            String source = text(value(node, "source"));
            String target = text(value(node, "target"));
            // without a type of its own a volume by that name is meant, whatever it looks like
            boolean bind = text(value(node, "type")).equals("bind");
            return Optional.of(new Mount(bind ? source : "volume " + source, target, index, document.problem(node, "")))
                    .filter(mount -> !target.isEmpty());
        }
        String[] parts = withoutVariables(text(node)).split(":", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        String written = text(node);
        int colon = parts[0].length();
        String rest = written.substring(colon + 1);
        int options = rest.indexOf(':');
        String target = options < 0 ? rest : rest.substring(0, options);
        return Optional.of(new Mount(written.substring(0, colon), target, index, document.problem(node, "")));
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
        YamlNode.Entry entry = node.resolved() instanceof YamlNode.Mapping mapping ? mapping.entry(key) : null;
        return entry == null ? null : entry.value().resolved();
    }

    private static String text(@Nullable YamlNode node) {
        return node != null && node.resolved() instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }
}
