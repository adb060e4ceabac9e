package dev.monsh.cloud.launch;

import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.GatewayTag;

/** The Elastic IP: the address that stays when the instance is stopped or replaced. */
final class AddressStep implements GatewayStep {

    private final CloudAccount account;

    AddressStep(CloudAccount account) {
        this.account = account;
    }

    @Override
    public String name() {
        return "Elastic IP";
    }

    @Override
    public StepLook look(Gateway gateway) {
        return gateway.address()
                .<StepLook>map(address -> new StepLook.Done(address.address() + " (" + address.id() + ")"))
                .orElseGet(() -> new StepLook.Needed("allocate an address", "by the hour, until it is released"));
    }

    @Override
    public void act(Gateway gateway) {
        account.allocate(GatewayTag.of(gateway.name()));
    }
}
