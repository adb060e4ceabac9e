package dev.monsh.adapter.ssh.config;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.TimedOutException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks {@code ssh -G} what the user's own configuration says of a host: it alone knows all of ssh_config(5). */
final class OpenSshClient {

    private static final long LAST_WORDS_SECONDS = 1;

    private final Path program;
    private final Optional<Path> configuration;
    private final Duration limit;

    OpenSshClient(Path program, Optional<Path> configuration, Duration limit) {
        this.program = program;
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
        try {
            Process process = new ProcessBuilder(words)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            CompletableFuture<String> complaint = drained(process.errorReader());
            CompletableFuture<String> out = drained(process.inputReader());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new TimedOutException(
                        "SSH configuration for " + host, "ssh -G did not answer within " + limit.toSeconds() + " s");
            }
            // what a program of a Match exec leaves behind may hold the pipes open
            String said = out.get(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            if (process.exitValue() != 0) {
                throw fault(
                        host,
                        complaint.get(LAST_WORDS_SECONDS, TimeUnit.SECONDS).strip());
            }
            return said;
        } catch (IOException e) {
            throw fault(host, "ssh -G cannot be run: " + e.getMessage());
        } catch (ExecutionException | TimeoutException e) {
            throw fault(host, "ssh -G ended without closing its output");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault(host, "ssh -G was interrupted");
        }
    }

    private static CompletableFuture<String> drained(Reader reader) {
        return CompletableFuture.supplyAsync(
                () -> text(reader), task -> Thread.ofVirtual().name("ssh -G").start(task));
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
