package dev.monsh.command.cloud;

import dev.monsh.box.AwsSettings;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.Pause;
import dev.monsh.cloud.launch.Launch;
import dev.monsh.cloud.launch.LoginKey;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the account that a call is about, and what of this machine belongs to it. */
public interface Clouds {

    /** Returns what the configuration says of the account; nothing where it says nothing. */
    AwsSettings settings(GlobalOptions options);

    /** Opens the account. */
    CloudAccount open(GlobalOptions options);

    /** Returns what is found on this machine. */
    Launch.Surroundings around(GlobalOptions options);

    /**
     * Returns the public key that is to log in.
     *
     * @param file the one that was named; empty for the user's own, Ed25519 before RSA
     * @throws dev.monsh.failure.UsageException where the file that was named holds no public key that EC2 takes
     */
    LoginKey key(Optional<Path> file);

    /** Returns what waits between two looks. */
    Pause pause();
}
