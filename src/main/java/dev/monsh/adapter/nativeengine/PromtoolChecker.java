package dev.monsh.adapter.nativeengine;

import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramRun;
import dev.monsh.os.SearchPath;
import dev.monsh.stack.check.ExternalCheckers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the promtool of PATH. Of the configuration it checks the syntax alone, since the files that it names are where the
 * container sees them; the files of rules are handed over one by one.
 */
public final class PromtoolChecker implements ExternalCheckers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+):\\s*");
    private static final Pattern PLACE = Pattern.compile("^(\\d+):(\\d+):\\s*");

    private final Map<String, String> environment;
    private final SearchPath path;

    /** Takes the environment whose PATH is searched. */
    public PromtoolChecker(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.path = SearchPath.of(environment);
    }

    @Override
    public Optional<List<Finding>> prometheus(String service, Path configuration, List<Path> rules) {
        return path.find("promtool").map(promtool -> {
            List<Finding> findings = new ArrayList<>(
                    run(service, configuration, List.of(promtool.toString(), "check", "config", "--syntax-only")));
            for (Path file : rules) {
                findings.addAll(run(service, file, List.of(promtool.toString(), "check", "rules")));
            }
            return findings;
        });
    }

    private List<Finding> run(String service, Path file, List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        return switch (Program.of(words, environment, PATIENCE).run()) {
            case ProgramRun.Ended ended when !ended.ok() -> findings(service, file, ended.errText());
            case ProgramRun.Ended _, ProgramRun.OutOfTime _, ProgramRun.NotStarted _ -> List.of();
        };
    }

    /** What promtool says is one fault a line, with the file and perhaps the line in front. */
    static List<Finding> findings(String service, Path file, String said) {
        List<Finding> findings = new ArrayList<>();
        for (String line : said.lines().toList()) {
            String text = line.strip()
                    .replaceFirst("^FAILED:\\s*", "")
                    .replaceFirst("^parsing YAML file " + Pattern.quote(file.toString()) + ":\\s*", "")
                    .replaceFirst("^" + Pattern.quote(file.toString()) + ":\\s*", "");
            if (!text.isEmpty() && !text.endsWith("unmarshal errors:")) {
                findings.add(new Finding(Severity.ERROR, service, problem(file, text), ""));
            }
        }
        return findings.isEmpty()
                ? List.of(new Finding(Severity.ERROR, service, problem(file, "refuses the file"), ""))
                : findings;
    }

    private static Problem problem(Path file, String text) {
        Matcher place = PLACE.matcher(text);
        if (place.find()) {
            return new Problem(
                    file.toString(),
                    Integer.parseInt(place.group(1)),
                    Integer.parseInt(place.group(2)),
                    "promtool: " + text.substring(place.end()));
        }
        Matcher line = LINE.matcher(text);
        if (line.find()) {
            String rest = text.substring(line.end());
            return new Problem(file.toString(), Integer.parseInt(line.group(1)), 1, "promtool: " + rest);
        }
        return new Problem(file.toString(), 0, 0, "promtool: " + text);
    }
}
