package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlNode;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes text as a scalar that is text for every reader: those of YAML 1.1 and of 1.2, in a block and in brackets. */
final class YamlScalarWriter {

    /** Numbers of YAML 1.2 and of Go's readers that SnakeYAML takes for text, and their short booleans. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("[-+]?[0-9_]*\\.?[0-9_]*([eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F_]+|[yYnN]|[-=.]+");

    private static final String PLAIN_FIRST = "_/.";
    private static final String PLAIN_LATER = "_/.@+-=%~ ";

    private final Resolver resolver = new Resolver();

    /** Returns the text in the given style where that can hold it, else in the plainest that can. */
    String write(String text, YamlNode.Style wanted, boolean flow) {
        if (!text.codePoints().allMatch(YamlScalarWriter::isPrintable)) {
            return doubleQuoted(text);
        }
        return switch (wanted) {
            case DOUBLE_QUOTED -> doubleQuoted(text);
            case SINGLE_QUOTED -> singleQuoted(text);
            case PLAIN, LITERAL, FOLDED -> isPlain(text, flow) ? text : singleQuoted(text);
        };
    }

    /** Returns the tag that a reader of YAML 1.1 gives to a plain scalar. */
    String tagOfPlain(String text) {
        return resolver.resolve(NodeId.scalar, text, true).getValue();
    }

    private boolean isPlain(String text, boolean flow) {
        if (text.isEmpty() || text.endsWith(" ") || AMBIGUOUS.matcher(text).matches()) {
            return false;
        }
        int first = text.codePointAt(0);
        if (!Character.isLetterOrDigit(first) && PLAIN_FIRST.indexOf(first) < 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean colon = each == ':' && !flow && i + 1 < text.length() && text.charAt(i + 1) != ' ';
            if (!Character.isLetterOrDigit(each) && PLAIN_LATER.indexOf(each) < 0 && !colon) {
                return false;
            }
        }
        return !text.equals("...") && tagOfPlain(text).equals(Tag.STR.getValue());
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(each -> {
            switch (each) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(each)) {
                        quoted.appendCodePoint(each);
                    } else {
                        quoted.append(each > 0xFFFF ? "\\U%08x".formatted(each) : "\\u%04x".formatted(each));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** Leaves out line breaks and the byte order mark too: they are printable to YAML, but not in one line. */
    private static boolean isPrintable(int each) {
        return !Character.isISOControl(each)
                && each != 0x2028
                && each != 0x2029
                && each != 0xFEFF
                && !(each >= 0xD800 && each <= 0xDFFF)
                && (each & 0xFFFE) != 0xFFFE;
    }
}
