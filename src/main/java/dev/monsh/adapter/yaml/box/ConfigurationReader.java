package dev.monsh.adapter.yaml.box;

import dev.monsh.adapter.yaml.MappingReader;
import dev.monsh.adapter.yaml.PathResolver;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.box.AwsSettings;
import dev.monsh.box.Box;
import dev.monsh.box.BoxName;
import dev.monsh.box.Configuration;
import dev.monsh.box.ConsoleSettings;
import dev.monsh.box.Endpoint;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.LocalBox;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Spelling;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configuration file's nodes into values in one pass, and reports all of its faults together. */
final class ConfigurationReader {

    private final Path file;
    private final YamlDocument document;
    private final Path workingFolder;
    private final Path home;
    private final PathResolver paths;
    private final List<Problem> problems;

    ConfigurationReader(Path file, YamlDocument document, Path workingFolder, Path home) {
        this.file = file;
        this.document = document;
        this.workingFolder = workingFolder;
        this.home = home;
        Path folder = file.toAbsolutePath().getParent();
        this.paths = new PathResolver(folder == null ? workingFolder : folder, home);
        this.problems = new ArrayList<>(document.problems());
    }

    /**
     * Returns the configuration.
     *
     * @throws ConfigurationException with every fault, in the order of the file
     */
    Configuration read() {
        MappingReader root = new MappingReader(document, document.root(), "the configuration", problems);
        Optional<String> current = root.text("current");
        Map<String, Box> boxes = root.mapping("boxes").map(this::boxes).orElseGet(LinkedHashMap::new);
        Optional<GatewaySettings> gateway =
                root.mapping("gateway").flatMap(each -> new GatewayReader(paths).read(each));
        Optional<AwsSettings> aws = root.mapping("aws").map(ConfigurationReader::aws);
        Optional<Endpoint> grafana = root.mapping("grafana").flatMap(each -> new EndpointReader(paths).read(each));
        Map<String, String> aliases =
                root.mapping("aliases").map(ConfigurationReader::aliases).orElse(Map.of());
        ConsoleSettings console = root.mapping("console")
                .map(each -> console(each, aliases))
                .orElseGet(() -> new ConsoleSettings(
                        ConsoleSettings.USUAL.bareExpressions(), ConsoleSettings.USUAL.pager(), aliases));
        root.finish();
        if (boxes.isEmpty()) {
            boxes.put(LocalBox.NAME, LocalBox.find(workingFolder, home));
        }
        current.filter(each -> !boxes.containsKey(each)).ifPresent(each -> unknown(root, each, boxes));
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new ConfigurationException(problems);
        }
        return new Configuration(
                file, true, current, Collections.unmodifiableMap(boxes), gateway, aws, grafana, console);
    }

    private Map<String, Box> boxes(MappingReader mapping) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        BoxReader reader = new BoxReader(paths);
        for (YamlNode.Entry entry : mapping.entries()) {
            Optional<String> name = mapping.name(entry);
            if (name.isPresent()) {
                if (!BoxName.isUsable(name.get())) {
                    mapping.faultAt(entry.key(), "a box's name " + BoxName.RULE);
                }
                boxes.put(name.get(), reader.read(name.get(), mapping.under(entry, "the box")));
            }
        }
        return boxes;
    }

    private static AwsSettings aws(MappingReader mapping) {
        AwsSettings settings = new AwsSettings(
                mapping.word("region"),
                mapping.name("profile"),
                mapping.name("security_group"),
                url(mapping, "endpoint"),
                mapping.name("image_parameter"),
                url(mapping, "address_service"));
        mapping.finish();
        return settings;
    }

    private static Map<String, String> aliases(MappingReader mapping) {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            mapping.name(entry).ifPresent(name -> mapping.text(name).ifPresent(line -> aliases.put(name, line)));
        }
        return aliases;
    }

    private static ConsoleSettings console(MappingReader mapping, Map<String, String> aliases) {
        ConsoleSettings settings = new ConsoleSettings(
                flag(mapping, "bare_expressions", ConsoleSettings.USUAL.bareExpressions()),
                flag(mapping, "pager", ConsoleSettings.USUAL.pager()),
                aliases);
        mapping.finish();
        return settings;
    }

    private static boolean flag(MappingReader mapping, String key, boolean usual) {
        Optional<String> text = mapping.text(key);
        if (text.filter(each -> !each.equals("true") && !each.equals("false")).isPresent()) {
            mapping.faultAtValue(key, "'" + key + "' must be true or false");
        }
        return text.map("true"::equals).orElse(usual);
    }

    private static Optional<URI> url(MappingReader mapping, String key) {
        Optional<String> text = mapping.text(key);
        if (text.filter(each -> !each.matches("https?://[!-~]+")).isPresent()) {
            mapping.faultAtValue(key, "'" + key + "' must be a URL that starts with http:// or https://");
            return Optional.empty();
        }
        return text.map(URI::create);
    }

    private static void unknown(MappingReader root, String current, Map<String, Box> boxes) {
        String meant = Spelling.nearest(current, boxes.keySet())
                .map(each -> "did you mean '" + each + "'?")
                .orElseGet(() -> "there is " + String.join(", ", boxes.keySet()));
        root.faultAtValue("current", "no box is named '" + current + "': " + meant);
    }
}
