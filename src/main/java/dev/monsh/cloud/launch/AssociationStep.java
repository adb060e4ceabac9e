package dev.monsh.cloud.launch;

import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.Instance;
import dev.monsh.failure.ConflictException;

/** The instance's hold of the Elastic IP. */
final class AssociationStep implements GatewayStep {

    private final CloudAccount account;

    AssociationStep(CloudAccount account) {
        this.account = account;
    }

    @Override
    public String name() {
        return "association";
    }

    @Override
    public StepLook look(Gateway gateway) {
        String address = gateway.address().map(ElasticAddress::address).orElse("the address");
        String instance = gateway.instance().map(Instance::id).orElse("the instance");
        if (gateway.isReachable()) {
            return new StepLook.Done(address + " leads to " + instance);
        }
        gateway.address().filter(each -> each.association().isPresent()).ifPresent(held -> {
            String holder = held.instance().orElse("a network interface that is not the gateway's");
            boolean former =
                    gateway.former().stream().anyMatch(each -> each.id().equals(holder));
            if (!former) {
                throw new ConflictException("Elastic IP " + address, "is in use by " + holder);
            }
        });
        return new StepLook.Needed("associate " + address + " with " + instance);
    }

    @Override
    public void act(Gateway gateway) {
        ElasticAddress address = gateway.address().orElseThrow();
        if (address.association().isPresent()) {
            account.disassociate(address);
        }
        account.associate(address, gateway.instance().orElseThrow().id());
    }
}
