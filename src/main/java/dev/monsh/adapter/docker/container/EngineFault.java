package dev.monsh.adapter.docker.container;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.ProgramRun;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in words what the docker program complained about. The phrases are those of docker/cli, moby and docker/compose,
 * which have no codes for them.
 */
public record EngineFault(ProgramRun.Ended output) {

    private static final Pattern SOCKET = Pattern.compile("(?:unix|tcp|ssh|npipe)://\\S*[^\\s.:]");
    private static final Pattern YAML_PLACE = Pattern.compile(
            "(?:(?<file>\\S+\\.ya?ml):? (?:.*?\\bline (?<line>\\d+): *)?|^yaml: line (?<alone>\\d+): *)(?<why>.+)");

    /** Returns the failure, whatever it is about. */
    public MonshException explain(String what) {
        return explain(what, "Compose file");
    }

    /**
     * Returns the failure, whatever it is about.
     *
     * @param composeFile what to name where it is about the Compose file and says of no other
     */
    public MonshException explain(String what, String composeFile) {
        return engine().or(() -> composeFile(composeFile)).orElseGet(() -> new RejectedException(what, lastWords()));
    }

    /** Returns the failure where the engine itself is the trouble, not what it was asked for. */
    public Optional<MonshException> engine() {
        String said = output.complaint();
        if ((said.contains("permission denied") && said.contains("docker daemon socket"))
                || said.contains("permission denied while trying to connect")) {
            return Optional.of(new RefusedException(
                    socket(said), "this user may not talk to the Docker engine", "sudo usermod -aG docker $USER"));
        }
        if (said.contains("Cannot connect to the Docker daemon")
                || said.contains("error during connect")
                || said.contains("Is the docker daemon running")) {
            return Optional.of(new UnreachableException(
                    socket(said), "no Docker engine answers there", "sudo systemctl start docker"));
        }
        if (said.contains("is not a docker command")
                || said.contains("unknown docker command")
                || said.contains("unknown command: docker compose")
                || said.contains("unknown shorthand flag")) {
            return Optional.of(new UnreachableException(
                    "docker compose",
                    "the docker program here has no Compose plugin (version 2)",
                    "sudo apt install docker-compose-plugin"));
        }
        return Optional.empty();
    }

    private Optional<MonshException> composeFile(String usual) {
        String said = lastWords();
        Matcher place = YAML_PLACE.matcher(said);
        boolean aboutFile = said.startsWith("validating ")
                || said.contains("yaml:")
                || said.contains("failed to parse")
                || said.contains("undefined volume")
                || said.contains("undefined network")
                || said.contains("undefined service")
                || said.contains("invalid compose project")
                || said.contains("has neither an image nor a build context");
        if (!aboutFile) {
            return Optional.empty();
        }
        boolean found = place.find();
        String file = found && place.group("file") != null ? place.group("file") : usual;
        String number = !found ? null : place.group("file") == null ? place.group("alone") : place.group("line");
        int line = number == null ? 0 : Integer.parseInt(number);
        String why = found ? place.group("why") : said;
        return Optional.of(new ConfigurationException(
                List.of(new Problem(file, line, line == 0 ? 0 : 1, why)), "monsh stack check"));
    }

    private static String socket(String said) {
        Matcher matcher = SOCKET.matcher(said);
        return matcher.find() ? matcher.group() : "Docker";
    }

    /** Returns the last thing it said that is no warning, without docker's own preface. */
    public String lastWords() {
        List<String> lines = output.complaint()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("time=\"") && !line.startsWith("See '"))
                .toList();
        return lines.isEmpty()
                ? "ended with exit code " + output.status() + " and said nothing"
                : lines.getLast()
                        .replaceFirst("^Error response from daemon: ", "")
                        .replaceFirst("^[Ee]rror: ", "");
    }
}
