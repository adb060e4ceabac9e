package dev.monsh.adapter.yaml;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the nodes of one document from SnakeYAML's events. Its own composer is not used because it puts an alias's
 * target in the alias's stead, and so loses where the alias stands. Aliases are never expanded here, so that a file
 * cannot grow by them.
 */
final class YamlComposer {

    private static final int DEPTH_LIMIT = 50;

    private final String file;
    private final byte[] bytes;
    private final YamlText text;
    private final ParserImpl parser;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private final Set<String> unfinished = new HashSet<>();
    private int depth;
    private int second = -1;

    YamlComposer(String file, byte[] bytes, YamlText text) {
        this.file = file;
        this.bytes = bytes;
        this.text = text;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(bytes.length + 1);
        this.parser = new ParserImpl(new StreamReader(GoScanner.withoutTabs(text.text())), options);
    }

    /**
     * Returns the root of the first document; of a file without content a scalar at its end that is null. What follows
     * the first document is not read, as Go's {@code yaml.Unmarshal} does not.
     */
    YamlNode compose() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return new YamlNode.Scalar(bytes.length, bytes.length, null, null, "", YamlNode.Style.PLAIN);
        }
        parser.getEvent();
        YamlNode root = node();
        second = second();
        return root;
    }

    /** Returns the roots of all documents; a file without content has none. */
    List<YamlNode> all() {
        List<YamlNode> roots = new ArrayList<>();
        parser.getEvent();
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            parser.getEvent();
            anchors.clear();
            roots.add(node());
            parser.getEvent();
        }
        return roots;
    }

    /** Returns where a second document begins, or what makes it unreadable; -1 where there is none. */
    private int second() {
        try {
            parser.getEvent();
            return parser.checkEvent(Event.ID.StreamEnd) ? -1 : start(parser.peekEvent());
        } catch (MarkedYAMLException unreadable) {
            return text.offset(unreadable.getProblemMark().getIndex());
        }
    }

    /** Returns the byte offset of what follows the first document; -1 where nothing does. */
    int secondDocument() {
        return second;
    }

    private YamlNode node() {
        Event event = parser.getEvent();
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            unfinished.add(anchor);
        }
        if (++depth > DEPTH_LIMIT) {
            throw fault(start(event), "nested more than " + DEPTH_LIMIT + " deep");
        }
        YamlNode node = content(event);
        depth--;
        if (anchor != null) {
            unfinished.remove(anchor);
            anchors.put(anchor, node);
        }
        return node;
    }

    private YamlNode content(Event event) {
        // no switch over types here and in the readers above: the first one costs a short command 20 ms
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (event instanceof SequenceStartEvent sequence) {
            return sequence(sequence);
        }
        if (event instanceof MappingStartEvent mapping) {
            return mapping(mapping);
        }
        throw fault(start(event), "expected a value");
    }

    private YamlNode alias(AliasEvent event) {
        String name = event.getAnchor();
        YamlNode target = anchors.get(name);
        if (unfinished.contains(name)) {
            throw fault(start(event), "*" + name + " is inside what it refers to");
        }
        if (target == null) {
            throw fault(start(event), "*" + name + " refers to nothing: no &" + name + " above it");
        }
        return new YamlNode.Alias(start(event), end(event), name, target);
    }

    private YamlNode scalar(ScalarEvent event) {
        YamlNode.Style style = style(event.getScalarStyle());
        int end = end(event);
        if (style == YamlNode.Style.LITERAL || style == YamlNode.Style.FOLDED) {
            end = blockScalarEnd(start(event), end);
        }
        return new YamlNode.Scalar(start(event), end, event.getAnchor(), event.getTag(), event.getValue(), style);
    }

    /** A block scalar that keeps its trailing blank lines ({@code |+}) owns them; any other one does not. */
    private int blockScalarEnd(int start, int end) {
        boolean keeps = false;
        for (int i = start; i < end && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '#'; i++) {
            keeps |= bytes[i] == '+';
        }
        int at = end;
        if (keeps) {
            at -= at > start && bytes[at - 1] == '\n' ? 1 : 0;
            return at - (at > start && bytes[at - 1] == '\r' ? 1 : 0);
        }
        while (at > start && isSpace(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\n' || value == '\r';
    }

    private YamlNode sequence(SequenceStartEvent event) {
        List<YamlNode> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node());
        }
        Event last = parser.getEvent();
        boolean flow = opensWith(event, '[');
        int end = flow
                ? end(last)
                : items.isEmpty() ? start(event) : items.getLast().end();
        return new YamlNode.Sequence(start(event), end, event.getAnchor(), event.getTag(), flow, List.copyOf(items));
    }

    private YamlNode mapping(MappingStartEvent event) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            YamlNode key = node();
            entries.add(new YamlNode.Entry(key, node()));
        }
        Event last = parser.getEvent();
        boolean flow = opensWith(event, '{');
        int end = flow ? end(last) : endOf(entries, start(event));
        return new YamlNode.Mapping(start(event), end, event.getAnchor(), event.getTag(), flow, List.copyOf(entries));
    }

    private static int endOf(List<YamlNode.Entry> entries, int otherwise) {
        if (entries.isEmpty()) {
            return otherwise;
        }
        YamlNode.Entry last = entries.getLast();
        return Math.max(last.key().end(), last.value().end());
    }

    /** SnakeYAML calls {@code [a: b]}'s inner mapping a flow one too, but it has no braces of its own. */
    private boolean opensWith(NodeEvent event, char bracket) {
        int last = text.offset(event.getEndMark().getIndex()) - 1;
        return last >= 0 && bytes[last] == bracket && end(event) > start(event);
    }

    private static YamlNode.Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> YamlNode.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> YamlNode.Style.DOUBLE_QUOTED;
            case LITERAL -> YamlNode.Style.LITERAL;
            case FOLDED -> YamlNode.Style.FOLDED;
            case PLAIN -> YamlNode.Style.PLAIN;
        };
    }

    private int start(Event event) {
        return text.offset(event.getStartMark().getIndex());
    }

    private int end(Event event) {
        return text.offset(event.getEndMark().getIndex());
    }

    private ConfigurationException fault(int offset, String message) {
        return new ConfigurationException(List.of(new Problem(file, text.line(offset), text.column(offset), message)));
    }
}
