package dev.monsh.cloud.launch;

import dev.monsh.box.BoxStore;
import dev.monsh.box.GatewayEntry;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.SecurityGroup;
import java.nio.file.Path;
import java.util.Optional;

/** The gateway in monsh's own configuration. */
final class ConfigurationStep implements GatewayStep {

    private final BoxStore store;
    private final String user;
    private final Optional<Path> identityFile;
    private final Optional<String> region;

    /**
     * Takes what the account does not tell.
     *
     * @param user who logs in, for instance {@code ubuntu}
     * @param region the one to write; empty where the configuration has it, or must not name one
     */
    ConfigurationStep(BoxStore store, String user, Optional<Path> identityFile, Optional<String> region) {
        this.store = store;
        this.user = user;
        this.identityFile = identityFile;
        this.region = region;
    }

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public StepLook look(Gateway gateway) {
        Optional<GatewayEntry> entry = entry(gateway);
        if (entry.isEmpty()) {
            return new StepLook.Needed("write the gateway into the configuration");
        }
        return store.hasGateway(entry.get())
                ? new StepLook.Done("has " + user + "@" + entry.get().host())
                : new StepLook.Needed(
                        "write gateway " + user + "@" + entry.get().host()
                                + entry.get()
                                        .securityGroup()
                                        .map(each -> " and " + each)
                                        .orElse(""));
    }

    private Optional<GatewayEntry> entry(Gateway gateway) {
        return gateway.publicAddress()
                .map(host -> new GatewayEntry(
                        host, user, identityFile, region, gateway.group().map(SecurityGroup::id)));
    }

    @Override
    public void act(Gateway gateway) {
        entry(gateway).ifPresent(entry -> store.putGateway(entry).make());
    }
}
