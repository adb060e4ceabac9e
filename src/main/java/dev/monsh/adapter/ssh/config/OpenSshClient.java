package dev.monsh.adapter.ssh.config;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks {@code ssh -G} what the user's own configuration says of a host: it alone knows all of ssh_config(5). */
final class OpenSshClient {

    private static final long LIMIT_SECONDS = 20;

    private final Path program;
    private final Optional<Path> configuration;

    OpenSshClient(Path program, Optional<Path> configuration) {
        this.program = program;
        this.configuration = configuration;
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

    private static String run(List<String> words, String host) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> text(process.errorReader()));
            String out = text(process.inputReader());
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw fault(host, "ssh -G did not answer within " + LIMIT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw fault(host, complaint.join().strip());
            }
            return out;
        } catch (IOException e) {
            throw fault(host, "ssh -G can't be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault(host, "ssh -G was interrupted");
        }
    }

    private static String text(Reader reader) {
        StringBuilder text = new StringBuilder();
        char[] chunk = new char[8192];
        try (reader) {
            for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
                text.append(chunk, 0, read);
            }
        } catch (IOException e) {
            // what came is judged by the exit status
        }
        return text.toString();
    }

    private static ConfigurationException fault(String host, String why) {
        return new ConfigurationException(List.of(new Problem("SSH configuration for " + host, 0, 0, why)));
    }
}
