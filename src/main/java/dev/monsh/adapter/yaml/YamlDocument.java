package dev.monsh.adapter.yaml;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** A YAML file as nodes that know their bytes. Read as YAML 1.1, which is what Go's yaml.v2 and SnakeYAML read. */
public final class YamlDocument {

    private final String file;
    private final byte[] bytes;
    private final YamlText text;
    private final YamlNode root;
    private final List<Problem> problems;
    private final int second;

    private YamlDocument(String file, byte[] bytes, YamlText text, YamlNode root, List<Problem> problems, int second) {
        this.file = file;
        this.bytes = bytes;
        this.text = text;
        this.root = root;
        this.problems = problems;
        this.second = second;
    }

    /**
     * Reads a file that must be without fault.
     *
     * @param file as the user knows it, for messages
     * @throws ConfigurationException where it is not YAML, has a key twice in one mapping, or a value is not UTF-8
     */
    public static YamlDocument parse(String file, byte[] bytes) {
        YamlDocument document = parseLeniently(file, bytes);
        if (!document.problems.isEmpty()) {
            throw new ConfigurationException(document.problems);
        }
        return document;
    }

    /**
     * Reads a file in which a key may stand twice and a value need not be UTF-8; {@link #problems} tells of both.
     *
     * @throws ConfigurationException where it is not YAML at all
     */
    public static YamlDocument parseLeniently(String file, byte[] bytes) {
        byte[] own = bytes.clone();
        if (isUtf16(own)) {
            throw new ConfigurationException(
                    List.of(new Problem(file, 1, 1, "the file is UTF-16: save it again as UTF-8")));
        }
        YamlText text = YamlText.of(own);
        YamlComposer composer = new YamlComposer(file, own, text);
        YamlNode root = compose(file, text, composer);
        List<Problem> problems = new ArrayList<>();
        YamlDocument document = new YamlDocument(file, own, text, root, problems, composer.secondDocument());
        new YamlLinter(document, text.undecodable(), problems).check(root);
        return document;
    }

    /**
     * Reads all documents of a file, as Docker Compose does; one without content has none.
     *
     * @return with {@link #problems} of their own
     * @throws ConfigurationException where the file is not YAML at all
     */
    public static List<YamlDocument> parseAll(String file, byte[] bytes) {
        byte[] own = bytes.clone();
        YamlText text = YamlText.of(own);
        List<YamlDocument> documents = new ArrayList<>();
        try {
            for (YamlNode root : new YamlComposer(file, own, text).all()) {
                List<Problem> problems = new ArrayList<>();
                YamlDocument document = new YamlDocument(file, own, text, root, problems, -1);
                new YamlLinter(document, text.undecodable(), problems).check(root);
                documents.add(document);
            }
        } catch (YAMLException e) {
            throw new ConfigurationException(List.of(problem(file, text, e)));
        }
        return documents;
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private static YamlNode compose(String file, YamlText text, YamlComposer composer) {
        try {
            return composer.compose();
        } catch (YAMLException e) {
            throw new ConfigurationException(List.of(problem(file, text, e)));
        }
    }

    private static Problem problem(String file, YamlText text, YAMLException e) {
        return switch (e) {
            case MarkedYAMLException marked -> {
                int offset = text.offset(marked.getProblemMark().getIndex());
                yield new Problem(file, text.line(offset), text.column(offset), YamlFault.message(marked));
            }
            case ReaderException unreadable -> {
                int offset = text.offset(unreadable.getPosition());
                yield new Problem(file, text.line(offset), text.column(offset), YamlFault.message(unreadable));
            }
            default -> new Problem(file, 0, 0, YamlFault.oneLine(String.valueOf(e.getMessage())));
        };
    }

    /**
     * Returns the document itself, which must be the only one of its file: where every document counts, or where the file
     * is to be edited.
     *
     * @throws ConfigurationException where another one follows
     */
    public YamlDocument single() {
        if (second >= 0) {
            throw new ConfigurationException(List.of(problem(second, "only single-document files are supported")));
        }
        return this;
    }

    /** Returns where what is not read of the file begins, as a place without a message; empty where nothing follows. */
    public Optional<Problem> ignored() {
        return second < 0 ? Optional.empty() : Optional.of(problem(second, ""));
    }

    /** Returns the file as the user knows it. */
    public String file() {
        return file;
    }

    /** Returns a copy of the bytes that were read. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the bytes themselves, for readers in this package that do not write to them. */
    public byte[] ownBytes() {
        return bytes;
    }

    /** Returns the root; of a file without content a scalar that is null. */
    public YamlNode root() {
        return root;
    }

    /** Returns keys that stand twice and values that are not UTF-8, in the order of the file. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Returns a fault at a node's place. */
    public Problem problem(YamlNode at, String message) {
        return problem(at.start(), message);
    }

    /** Returns a fault at a byte offset. */
    public Problem problem(int offset, String message) {
        return new Problem(file, text.line(offset), text.column(offset), message);
    }

    /** Returns the line of a node, counted from 1. */
    public int line(YamlNode node) {
        return text.line(node.start());
    }
}
