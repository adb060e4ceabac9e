package dev.monsh.command.gateway;

import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.PartialException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.NewLogin;
import dev.monsh.terminal.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Hands a new password to the user, once: into a new file that nobody else can read, else onto the terminal. It is never
 * written where output may be kept.
 */
final class PasswordDelivery {

    private static final int PRIVATE = 0600;

    private final Optional<Path> file;
    private final Console console;

    /**
     * Takes the way.
     *
     * @throws UsageException where there is neither a file nor a terminal, or no file can be there
     */
    PasswordDelivery(Optional<Path> file, Console console) {
        if (file.isEmpty() && !console.profile().stderrTerminal()) {
            throw new UsageException(
                    "--auth",
                    "can't show the password without a terminal: add --password-file FILE to write it to a new file");
        }
        // before the gateway is changed
        this.file = file.map(name -> AtomicFile.named(Path.of(""), name));
        this.console = console;
    }

    /**
     * Does the change that makes the password valid; where it may have come off, the password is handed over.
     *
     * @param inForce tells after a failure whether the gateway has the password all the same, or may have it
     */
    <T> T around(NewLogin login, Supplier<T> change, BooleanSupplier inForce) {
        file.ifPresent(path -> write(path, login));
        try {
            T done = change.get();
            tell(login, "");
            return done;
        } catch (PartialException e) {
            tell(login, "");
            throw e;
        } catch (UnreachableException e) {
            // the gateway may bring the change to its end by itself
            tell(login, ", if the change succeeds");
            throw e;
        } catch (MonshException e) {
            if (inForce.getAsBoolean()) {
                tell(login, ", if the change is in place");
            } else {
                file.ifPresent(PasswordDelivery::remove);
            }
            throw e;
        }
    }

    private static void write(Path path, NewLogin login) {
        byte[] line = (new String(login.password().chars()) + "\n").getBytes(StandardCharsets.US_ASCII);
        new AtomicFile(InstantSource.system()).create(path, line, PRIVATE);
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw FileFailure.of("remove " + path + ", whose password is not valid", e);
        }
    }

    private void tell(NewLogin login, String condition) {
        String what = "the password of " + login.user() + condition;
        console.errorLine(file.map(path -> what + " is in " + path)
                .orElseGet(() -> what + ", shown this once: "
                        + new String(login.password().chars())));
    }
}
