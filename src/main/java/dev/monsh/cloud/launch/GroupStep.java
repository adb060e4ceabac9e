package dev.monsh.cloud.launch;

import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.SecurityGroup;
import java.util.Optional;

/** The security group that the gateway's ports are opened in. */
final class GroupStep implements GatewayStep {

    private final CloudAccount account;
    private final Placement placement;

    GroupStep(CloudAccount account, Placement placement) {
        this.account = account;
        this.placement = placement;
    }

    @Override
    public String name() {
        return "security group";
    }

    @Override
    public StepLook look(Gateway gateway) {
        if (gateway.group().isPresent()) {
            SecurityGroup group = gateway.group().get();
            return new StepLook.Done(group.id() + " (" + group.name() + ")");
        }
        String name = GatewayTag.resourceName(gateway.name());
        return new StepLook.Needed(untagged(gateway)
                .map(group -> "use " + group.id() + ", which has the name " + name)
                .orElseGet(() -> "create " + name + " in " + placement.network().id()));
    }

    /** A group of our name that somebody made by hand: EC2 would not let us make another one. */
    private Optional<SecurityGroup> untagged(Gateway gateway) {
        return account.groupNamed(
                GatewayTag.resourceName(gateway.name()), placement.network().id());
    }

    @Override
    public void act(Gateway gateway) {
        untagged(gateway)
                .ifPresentOrElse(
                        group -> account.tag(group.id(), GatewayTag.of(gateway.name())), () -> create(gateway.name()));
    }

    private void create(String gateway) {
        account.createGroup(
                GatewayTag.resourceName(gateway),
                placement.network().id(),
                "monsh gateway " + gateway,
                GatewayTag.of(gateway));
    }
}
