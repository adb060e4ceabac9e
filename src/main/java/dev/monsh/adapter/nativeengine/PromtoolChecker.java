package dev.monsh.adapter.nativeengine;

import dev.monsh.failure.Problem;
import dev.monsh.os.SearchPath;
import dev.monsh.stack.check.ExternalCheckers;
import dev.monsh.stack.check.Finding;
import dev.monsh.stack.check.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the promtool of PATH. Of the configuration it checks the syntax alone, since the files that it names are where the
 * container sees them; the files of rules are handed over one by one.
 */
public final class PromtoolChecker implements ExternalCheckers {

    private static final int PATIENCE_SECONDS = 20;
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+):\\s*");
    private static final Pattern PLACE = Pattern.compile("^(\\d+):(\\d+):\\s*");

    private final SearchPath path;

    /** Takes the environment whose PATH is searched. */
    public PromtoolChecker(Map<String, String> environment) {
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

    private static List<Finding> run(String service, Path file, List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            Thread limit = Thread.ofVirtual().start(() -> end(process));
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            limit.interrupt();
            return code == 0 ? List.of() : findings(service, file, said);
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
