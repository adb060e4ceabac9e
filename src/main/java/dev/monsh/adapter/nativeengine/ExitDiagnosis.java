package dev.monsh.adapter.nativeengine;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.UnreachableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in words why a server ended right after its start, from what it printed. The phrases are those of Go's standard
 * library, of its YAML package and of its flag packages, which all four servers share.
 *
 * @param name the service
 * @param configuration the file that it was started with
 * @param port where it was to listen
 * @param output the file with all that it printed
 * @param lastLines the end of that
 */
record ExitDiagnosis(String name, Path configuration, int port, Path output, List<String> lastLines) {

    private static final Pattern YAML_LINE = Pattern.compile("\\bline (\\d+): *(.+)");
    private static final Pattern LOGFMT_ERROR = Pattern.compile("\\berr=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?i)(error (loading|reading|parsing)|failed parsing|unable to parse) config");
    private static final Pattern TROUBLE = Pattern.compile("(?i)\\b(error|err|failed|fatal|panic)\\b");
    private static final Pattern DENIED = Pattern.compile("(\\S+): permission denied");
    private static final Pattern UNKNOWN_OPTION =
            Pattern.compile("(unknown long flag .*|flag provided but not defined: .*)");

    /** The shell's codes for a program that it found and could not run, and for one that it did not find. */
    private static final int CANNOT_EXECUTE = 126;

    private static final int NOT_FOUND = 127;

    ExitDiagnosis {
        lastLines = List.copyOf(lastLines);
    }

    /** Returns the failure of a program that ended with that exit code. */
    MonshException explain(int exitCode) {
        String said =
                String.join("\n", lastLines.stream().map(ExitDiagnosis::error).toList());
        if (said.contains("address already in use")) {
            return new ConflictException(name, "port " + port + " of 127.0.0.1 is taken by another process");
        }
        if (said.contains("no space left on device")) {
            return new RefusedException(name, "the disk of " + output.getParent() + " is full");
        }
        if (exitCode == CANNOT_EXECUTE || exitCode == NOT_FOUND) {
            return new RefusedException(name, "the program can't be run: " + lastWords(said));
        }
        return find(DENIED, said)
                .<MonshException>map(denied -> refused(denied.group(1)))
                .or(() -> configurationFault(said))
                .or(() -> find(UNKNOWN_OPTION, said).map(option -> ended(exitCode, option.group(1))))
                .orElseGet(() -> ended(exitCode, lastWords(said)));
    }

    private Optional<MonshException> configurationFault(String said) {
        if (lastLines.stream().noneMatch(line -> CONFIGURATION.matcher(line).find())) {
            return Optional.empty();
        }
        return find(YAML_LINE, said)
                .<MonshException>map(place -> problem(Integer.parseInt(place.group(1)), place.group(2)))
                .or(() -> Optional.of(problem(0, lastWords(said))));
    }

    private ConfigurationException problem(int line, String message) {
        String file = configuration.toString();
        return new ConfigurationException(List.of(new Problem(file, line, line == 0 ? 0 : 1, message.strip())));
    }

    private RefusedException refused(String path) {
        return new RefusedException(name, "permission denied: " + path);
    }

    private UnreachableException ended(int exitCode, String why) {
        return new UnreachableException(
                name, "ended with exit code " + exitCode + ": " + why + " (all it printed: " + output + ")");
    }

    private static Optional<Matcher> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    /** Returns the text of a logfmt line's err field with its escapes undone, or the line itself. */
    private static String error(String line) {
        return find(LOGFMT_ERROR, line)
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(text -> text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\"))
                .orElse(line);
    }

    /** Returns the last line that speaks of trouble, or else the last: what follows a panic is a stack trace. */
    private static String lastWords(String said) {
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        return lines.reversed().stream()
                .filter(line -> TROUBLE.matcher(line).find())
                .findFirst()
                .or(() -> lines.reversed().stream().findFirst())
                .map(String::strip)
                .orElse("it printed nothing");
    }
}
