package dev.monsh.stack.reload;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.stack.StackNextStep;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.ObservedConfiguration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains why a server rejected its new configuration. */
final class ReloadFault {

    /** As Go's YAML package tells a place. */
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+): *([^\\n]+)");
    /** The servers' own preface; what follows is the reason. */
    private static final Pattern PREFACE = Pattern.compile(
            "^(failed to reload config: )?(couldn't load configuration \\([^)]*\\): )?(parsing YAML file \\S+: )?");

    private static final Pattern ERROR = Pattern.compile("\\berr(?:or)?=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");
    /** A place in a file of rules, as Prometheus tells it: {@code FILE: LINE:COLUMN: WHY}. */
    private static final Pattern RULE_PLACE = Pattern.compile("(/\\S+?): (\\d+):(\\d+): (.+)", Pattern.DOTALL);
    /** Prometheus gives no details to the reload request, and shows the new text although it applied only part of it. */
    private static final String PARTLY = "one or more errors occurred";

    private static final String RULES = "loading groups failed";

    private ReloadFault() {}

    static MonshException of(ObservedConfiguration configuration, StackService service, String said) {
        Matcher rule = RULE_PLACE.matcher(said);
        if (rule.find()) {
            String inside = rule.group(1);
            String file = service.outside(inside).map(Object::toString).orElse(inside);
            return rejected(
                    file + ":" + rule.group(2) + ":" + rule.group(3),
                    service.name() + " rejects its rules: " + rule.group(4).strip(),
                    "the previously loaded rules stay active");
        }
        String file = configuration.file().toString();
        Matcher line = LINE.matcher(said);
        boolean found = line.find();
        String why = found ? line.group(2) : PREFACE.matcher(said.strip()).replaceFirst("");
        return rejected(
                found ? file + ":" + line.group(1) : file,
                service.name() + " rejects its configuration: " + why.strip(),
                said.contains(PARTLY)
                        ? "part of it may have been applied"
                        : "the previously loaded configuration stays active");
    }

    private static MonshException rejected(String what, String why, String then) {
        return new RejectedException(what, why + "; " + then, new StackNextStep.Check());
    }

    /** Returns the text that says most: what was answered, or what is in the log where the answer only says that. */
    static String chosen(String answer, List<String> log) {
        return answer.contains(PARTLY)
                ? log.stream()
                        .filter(line -> line.contains(RULES))
                        .findFirst()
                        .map(ReloadFault::error)
                        .orElse(answer)
                : answer;
    }

    /** Returns whether nothing more about a reload follows on that line of a log. */
    static boolean isLast(String line) {
        return line.contains("rror reloading config");
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
                        || line.contains(RULES))
                .toList();
    }
}
