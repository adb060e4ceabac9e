package dev.monsh.cloud;

import dev.monsh.box.AwsSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens accounts. The implementation is found by {@link java.util.ServiceLoader}, because the library behind it is kept
 * in a jar of its own, out of the way of every other command.
 */
public interface CloudAccounts {

    /**
     * Opens the account that the settings and the surroundings (environment, credential files, instance metadata) lead
     * to. Credentials are looked for at the first call.
     *
     * @param limit the time that one call may take; empty for the usual 30 s
     * @throws dev.monsh.failure.ConfigurationException where no region is set, or the profile does not exist
     */
    CloudAccount open(AwsSettings settings, Optional<Duration> limit);
}
