package dev.monsh.adapter.yaml;

import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in one line what SnakeYAML found wrong. */
public final class YamlFault {

    private YamlFault() {}

    public static String message(MarkedYAMLException fault) {
        String problem = String.valueOf(fault.getProblem());
        if (problem.contains("\\t")) {
            return "tabs are not allowed here: indent with spaces";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "unexpected ':': check the indentation, and quote text that contains ': '";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a key without ':', or a line with the wrong indentation";
        }
        if (problem.contains("expected <block end>")) {
            return "this line's indentation does not match the lines above";
        }
        if (problem.contains("found unexpected end of stream")) {
            return "the file ends inside quoted text" + opened(fault);
        }
        String context = fault.getContext();
        return oneLine(context == null ? problem : problem + " (" + context + ")");
    }

    private static String opened(MarkedYAMLException fault) {
        return fault.getContextMark() == null
                ? ""
                : " that starts in line " + (fault.getContextMark().getLine() + 1);
    }

    public static String message(ReaderException fault) {
        return String.format("the character U+%04X is not allowed in YAML", fault.getCodePoint());
    }

    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(each -> line.appendCodePoint(Character.isISOControl(each) ? ' ' : each));
        return line.toString().strip();
    }
}
