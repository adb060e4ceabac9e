package dev.monsh.cloud.launch;

import dev.monsh.cloud.AccountView;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.Instance;
import dev.monsh.failure.ConflictException;
import java.util.List;

/** The machine's host keys, taken from its console into known_hosts, so that the first login trusts nobody unseen. */
final class HostKeyStep implements GatewayStep {

    private static final String CONSOLE_OUTPUT = "aws ec2 get-console-output --latest --output text --instance-id ";

    private final AccountView account;
    private final HostKeyStore store;

    HostKeyStep(AccountView account, HostKeyStore store) {
        this.account = account;
        this.store = store;
    }

    @Override
    public String name() {
        return "host key";
    }

    static boolean isKnown(HostKeyStore store, Gateway gateway) {
        return gateway.publicAddress()
                .filter(each -> !store.known(each).isEmpty())
                .isPresent();
    }

    @Override
    public StepLook look(Gateway gateway) {
        if (!gateway.isReachable()) {
            return new StepLook.Needed("write the host keys to known_hosts");
        }
        String host = gateway.publicAddress().orElseThrow();
        List<HostKey> known = store.known(host);
        List<HostKey> printed = printed(gateway);
        if (!known.isEmpty()) {
            if (!printed.isEmpty() && printed.stream().noneMatch(known::contains)) {
                throw new ConflictException(
                        "known_hosts",
                        "has a key of " + host + " from an earlier machine; this one's console shows "
                                + fingerprints(printed) + ". Remove the old one, then run this again",
                        "ssh-keygen -R " + host);
            }
            return new StepLook.Done("known_hosts has it");
        }
        if (printed.isEmpty()) {
            return new StepLook.Skipped(byHand(gateway, host));
        }
        return new StepLook.Needed("write to known_hosts: " + fingerprints(printed));
    }

    private List<HostKey> printed(Gateway gateway) {
        return gateway.instance()
                .map(each -> ConsoleHostKeys.in(account.consoleOutput(each.id())))
                .orElse(List.of());
    }

    private static String fingerprints(List<HostKey> keys) {
        return String.join(
                ", ",
                keys.stream()
                        .map(each -> each.type() + " " + each.fingerprint())
                        .toList());
    }

    private static String byHand(Gateway gateway, String host) {
        String instance = gateway.instance().map(Instance::id).orElse("");
        return "the console output has none; compare the output of `ssh-keyscan " + host
                + " | ssh-keygen -lf -` with the block SSH HOST KEY FINGERPRINTS of `" + CONSOLE_OUTPUT + instance
                + "`";
    }

    @Override
    public void act(Gateway gateway) {
        store.add(gateway.publicAddress().orElseThrow(), printed(gateway));
    }
}
