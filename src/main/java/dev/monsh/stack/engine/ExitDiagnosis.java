package dev.monsh.stack.engine;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.StackNextStep;
import dev.monsh.stack.StackService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains from its output why a server exited right after its start. The phrases are those of Go's standard
 * library, of its YAML package and of its flag packages, which all four servers share.
 *
 * @param allOutput how to see all that it printed
 * @param lastLines the end of that
 */
public record ExitDiagnosis(StackService service, String allOutput, List<String> lastLines) {

    private static final Pattern YAML_LINE = Pattern.compile("\\bline (\\d+): *(.+)");
    private static final Pattern LOGFMT_ERROR = Pattern.compile("\\berr=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?i)(error (loading|reading|parsing)|failed parsing|unable to parse) config");
    private static final Pattern TROUBLE = Pattern.compile("(?i)\\b(error|err|failed|fatal|panic)\\b");
    private static final Pattern DENIED = Pattern.compile("(\\S+): permission denied");
    private static final Pattern MISSING = Pattern.compile(
            "(?:open|stat|read|find) (\\S+): no such file or directory|(/\\S+) does not exist, set config\\.file");

    /** What Go's log package writes before each line. */
    private static final Pattern GO_TIME = Pattern.compile("^\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d ");

    private static final Pattern FOLDER = Pattern.compile("read (\\S+): is a directory");
    private static final Pattern UNKNOWN_OPTION =
            Pattern.compile("(unknown long flag .*|flag provided but not defined: .*)");

    /** The shell's codes for a program that it found and could not run, and for one that it did not find. */
    private static final int CANNOT_EXECUTE = 126;

    private static final int NOT_FOUND = 127;

    /** 128 and the number of SIGKILL, which is how the kernel ends whoever is over its memory limit. */
    private static final int KILLED = 137;

    public ExitDiagnosis {
        lastLines = List.copyOf(lastLines);
    }

    /** Returns the failure of a program that ended with that exit code, with who has its port. */
    public MonshException explain(int exitCode, PortOwners owners) {
        String said =
                String.join("\n", lastLines.stream().map(ExitDiagnosis::error).toList());
        if (said.contains("address already in use")) {
            return portTaken(owners);
        }
        if (said.contains("no space left on device")) {
            return new RefusedException(name(), "the disk is full (" + allOutput + ")");
        }
        if (exitCode == CANNOT_EXECUTE || exitCode == NOT_FOUND) {
            return new RefusedException(name(), "the program can't be run: " + lastWords(said));
        }
        return find(DENIED, said)
                .<MonshException>map(denied -> refused(denied.group(1)))
                .or(() -> find(FOLDER, said).map(path -> notAFile(path.group(1), "is a folder")))
                .or(() -> find(MISSING, said)
                        .map(path -> notAFile(path.group(1) == null ? path.group(2) : path.group(1), "does not exist")))
                .or(() -> configurationFault(said))
                .or(() -> find(UNKNOWN_OPTION, said).map(option -> unknownOption(option.group(1))))
                .orElseGet(() -> ended(exitCode, exitCode == KILLED && said.isEmpty() ? "killed" : lastWords(said)));
    }

    private String name() {
        return service.name();
    }

    private ConflictException portTaken(PortOwners owners) {
        Optional<Integer> port = service.servingPort().map(PublishedPort::published);
        return portTaken(name(), port, port.flatMap(owners::owner));
    }

    /** Returns the failure of a service whose port somebody else listens on. */
    public static ConflictException portTaken(String service, Optional<Integer> port, Optional<String> owner) {
        return new ConflictException(
                service,
                "port" + port.map(number -> " " + number).orElse("") + " is taken by "
                        + owner.orElse("another process"),
                port.map(number -> new NextStep.Text("ss -ltnp 'sport = :" + number + "'"))
                        .orElse(null));
    }

    private MonshException configurationFault(String said, Path file) {
        return find(YAML_LINE, said)
                .map(place -> rejected(file + ":" + place.group(1), place.group(2)))
                .orElseGet(() -> rejected(file.toString(), lastWords(said)));
    }

    private Optional<MonshException> configurationFault(String said) {
        if (lastLines.stream().noneMatch(line -> CONFIGURATION.matcher(line).find())) {
            return Optional.empty();
        }
        Path file = service.configuration().orElse(Path.of(name()));
        return Optional.of(configurationFault(said, file));
    }

    private RejectedException rejected(String place, String message) {
        String who = place.equals(name()) ? "rejects" : name() + " rejects";
        return new RejectedException(place, who + " its configuration: " + message.strip(), new StackNextStep.Check());
    }

    private RejectedException unknownOption(String message) {
        return new RejectedException(name(), "rejects its command line: " + message.strip(), new StackNextStep.Check());
    }

    /** Docker makes a folder of what a bind mount names and is not there, so both faults mean the same. */
    private MonshException notAFile(String inside, String fault) {
        String outside = service.outside(inside)
                .map(path -> path + " " + fault + " (inside: " + inside + ")")
                .orElse(inside + " " + fault + " and is not mounted");
        return rejected(name(), "the file " + outside);
    }

    private RefusedException refused(String path) {
        String outside = service.outside(path)
                .map(there -> " (" + there + " on this machine)")
                .orElse("");
        return new RefusedException(name(), "permission denied: " + path + outside);
    }

    private UnreachableException ended(int exitCode, String why) {
        return new UnreachableException(
                name(), "ended with exit code " + exitCode + ": " + why + " (" + allOutput + ")");
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
                .map(line -> GO_TIME.matcher(line.strip()).replaceFirst(""))
                .orElse("it printed nothing");
    }
}
