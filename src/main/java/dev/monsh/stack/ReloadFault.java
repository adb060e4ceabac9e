package dev.monsh.stack;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words why a server did not take its new configuration. */
final class ReloadFault {

    /** As Go's YAML package tells a place. */
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+): *([^\\n]+)");
    /** The servers' own preface; what follows is the reason. */
    private static final Pattern PREFACE = Pattern.compile(
            "^(failed to reload config: )?(couldn't load configuration \\([^)]*\\): )?(parsing YAML file \\S+: )?");

    private static final Pattern ERROR = Pattern.compile("\\berr(?:or)?=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");
    private static final String GOES_ON = "; what it had loaded before goes on";

    private ReloadFault() {}

    static MonshException of(ObservedConfiguration configuration, String service, String said) {
        String file = configuration.file().toString();
        Matcher line = LINE.matcher(said);
        String what = line.find() ? file + ":" + line.group(1) : file;
        String why =
                line.hasMatch() ? line.group(2) : PREFACE.matcher(said.strip()).replaceFirst("");
        return new RejectedException(
                what, service + " rejects its configuration: " + why.strip() + GOES_ON, "monsh stack check");
    }

    /** Returns what a line of a server's log gives as its error, with the escapes undone; else the line. */
    static String error(String line) {
        Matcher error = ERROR.matcher(line);
        if (!error.find()) {
            return line;
        }
        String text = error.group(1) == null ? error.group(2) : error.group(1);
        return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** Returns the lines that tell of a reload that failed; the words are those of Prometheus and Promtail. */
    static List<String> among(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("rror reloading config")
                        || line.contains("Failed to apply configuration")
                        || line.contains("loading groups failed"))
                .toList();
    }
}
