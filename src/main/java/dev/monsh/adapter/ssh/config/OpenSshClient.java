package dev.monsh.adapter.ssh.config;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.TimedOutException;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks {@code ssh -G} what the user's own configuration says of a host: it alone knows all of ssh_config(5). */
final class OpenSshClient {

    private final Path program;
    private final Map<String, String> environment;
    private final Optional<Path> configuration;
    private final Duration limit;

    OpenSshClient(Path program, Map<String, String> environment, Optional<Path> configuration, Duration limit) {
        this.program = program;
        this.environment = environment;
        this.configuration = configuration;
        this.limit = limit;
    }

    /**
     * Returns the options for a host.
     *
     * @throws ConfigurationException where its configuration has a fault, with OpenSSH's own words
     */
    SshOptions options(JumpName host) {
        List<String> words = new ArrayList<>(List.of(program.toString(), "-G"));
        configuration.ifPresent(file -> words.addAll(List.of("-F", file.toString())));
        host.user().ifPresent(user -> words.addAll(List.of("-l", user)));
        host.port().ifPresent(port -> words.addAll(List.of("-p", port.toString())));
        words.addAll(List.of("--", host.host()));
        return SshOptions.parse(run(words, host.host()));
    }

    private String run(List<String> words, String host) {
        return switch (Program.of(words, environment, limit).run()) {
            case ProgramRun.Ended ended when ended.ok() -> ended.outText();
            case ProgramRun.Ended ended -> throw fault(host, ended.errText().strip());
            case ProgramRun.NotStarted(String why) -> throw fault(host, "ssh -G " + why);
            case ProgramRun.OutOfTime _ ->
                throw new TimedOutException(
                        "SSH configuration for " + host, "ssh -G did not answer within " + limit.toSeconds() + " s");
        };
    }

    private static ConfigurationException fault(String host, String why) {
        return new ConfigurationException(List.of(new Problem("SSH configuration for " + host, 0, 0, why)));
    }
}
