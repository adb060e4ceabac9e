package dev.monsh.adapter.yaml.process;

import dev.monsh.adapter.yaml.GoScanner;
import dev.monsh.adapter.yaml.YamlFault;
import dev.monsh.adapter.yaml.YamlScalars;
import dev.monsh.edit.WholeFile;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.UnreachableException;
import dev.monsh.process.gotext.SourceText;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the configuration of process-exporter as its own reader (yaml.v2) does: the first document counts, unknown keys
 * are passed over, of a repeated key the last one counts, and a scalar is no list.
 */
public final class ProcessExporterConfigReader {

    /** A directive for a version that yaml.v2 calls an incompatible document. */
    private static final Pattern OTHER_VERSION = Pattern.compile("\\A(?:#.*\\R|\\s*\\R)*%YAML +(?!1\\.1\\s)");

    /**
     * Reads a file.
     *
     * @throws UnreachableException when it cannot be read
     */
    public MatcherConfig read(Path file) {
        try {
            return read(file.toString(), WholeFile.read(file));
        } catch (IOException e) {
            throw new UnreachableException(file.toString(), "can't be read: " + reason(e), null, e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "no such file";
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }

    /** Reads the bytes of a file; faults are in the configuration that is returned. */
    public MatcherConfig read(String file, byte[] content) {
        try {
            return read(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            return faulty(file, new Problem(file, 0, 0, "is not UTF-8"));
        }
    }

    /** Reads the text of a file; faults are in the configuration that is returned. */
    public MatcherConfig read(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try {
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            String first = GoScanner.withoutTabs(withoutMark);
            Iterator<Node> documents = new Yaml(options)
                    .composeAll(new java.io.StringReader(first))
                    .iterator();
            Optional<Problem> refused = refused(file, first);
            return refused.isPresent()
                    ? faulty(file, refused.get())
                    : documents.hasNext() ? document(file, documents.next()) : empty(file);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String message = "is not YAML: " + YamlFault.message(e);
            return faulty(
                    file,
                    mark == null
                            ? new Problem(file, 0, 0, message)
                            : new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message));
        } catch (YAMLException e) {
            return faulty(file, new Problem(file, 0, 0, "is not YAML: " + e.getMessage()));
        }
    }

    /** Returns what Go's parser refuses and SnakeYAML takes. */
    private static Optional<Problem> refused(String file, String text) {
        if (OTHER_VERSION.matcher(text).find()) {
            return Optional.of(new Problem(file, 1, 1, "is not YAML: process-exporter only reads YAML 1.1"));
        }
        return GoScanner.refused(file, text);
    }

    private static MatcherConfig empty(String file) {
        return new MatcherConfig(file, List.of(), List.of(), List.of());
    }

    private static MatcherConfig faulty(String file, Problem problem) {
        return new MatcherConfig(file, List.of(), List.of(problem), List.of());
    }

    private static MatcherConfig document(String file, Node root) {
        YamlScalars scalars = new YamlScalars(file);
        if (YamlScalars.isNull(root)) {
            return empty(file);
        }
        if (!(root instanceof MappingNode mapping)) {
            return faulty(file, scalars.problem(root, "expected a mapping with the key process_names"));
        }
        List<SourceText> ignored = new ArrayList<>();
        List<RuleText> rules = new ArrayList<>();
        for (NodeTuple entry : scalars.entries(mapping)) {
            if (!scalars.isKey(entry, "process_names")) {
                ignored.add(scalars.key(entry));
                continue;
            }
            rules.clear();
            switch (entry.getValueNode()) {
                case SequenceNode sequence -> rules(scalars, sequence, rules);
                case Node other when YamlScalars.isNull(other) -> {}
                case Node other -> scalars.report(other, "process_names must be a list of rules");
            }
        }
        return MatcherConfig.compile(file, rules, scalars.problems(), ignored);
    }

    private static void rules(YamlScalars scalars, SequenceNode sequence, List<RuleText> rules) {
        for (Node node : sequence.getValue()) {
            if (node instanceof MappingNode || YamlScalars.isNull(node)) {
                rules.add(new RuleReading(scalars, rules.size() + 1).read(node));
            } else {
                scalars.report(node, "a rule must be a mapping with name, comm, exe and cmdline");
            }
        }
    }

    /** For callers that want a configuration or nothing: all the problems in one {@link ConfigurationException}. */
    public MatcherConfig readOrThrow(Path file) {
        return read(file).orThrow();
    }
}
