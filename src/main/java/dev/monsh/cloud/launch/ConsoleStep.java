package dev.monsh.cloud.launch;

import dev.monsh.cloud.AccountView;
import dev.monsh.cloud.Gateway;
import java.time.Duration;
import java.util.Optional;

/** The wait until the new machine has printed its host keys on its console. */
final class ConsoleStep implements GatewayStep {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final AccountView account;
    private final HostKeyStore store;
    private final boolean wait;

    ConsoleStep(AccountView account, HostKeyStore store, boolean wait) {
        this.account = account;
        this.store = store;
        this.wait = wait;
    }

    @Override
    public String name() {
        return "console output";
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public StepLook look(Gateway gateway) {
        if (HostKeyStep.isKnown(store, gateway)) {
            return new StepLook.Done("not needed: the host key is known");
        }
        boolean printed = gateway.instance()
                .filter(each ->
                        !ConsoleHostKeys.in(account.consoleOutput(each.id())).isEmpty())
                .isPresent();
        if (printed) {
            return new StepLook.Done("has the host keys");
        }
        return wait
                ? new StepLook.Needed("wait for the host keys in the console output")
                : new StepLook.Skipped("has no host keys yet, and this call does not wait for them");
    }

    @Override
    public void act(Gateway gateway) {
        // there is nothing to do but to wait
    }

    /** An image without cloud-init never prints them, and one that runs for long has printed too much since. */
    @Override
    public Optional<String> givenUp(Gateway gateway) {
        return Optional.of("has no host keys");
    }
}
