package dev.monsh.cloud.launch;

import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.RuleSource;
import dev.monsh.cloud.SecurityGroup;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Port 22, open to whoever is to log in and to nobody else. */
final class SshRuleStep implements GatewayStep {

    static final int SSH = 22;

    private final CloudAccount account;
    private final SshFrom from;
    private final OwnAddress ownAddress;
    private @Nullable Cidr own;

    SshRuleStep(CloudAccount account, SshFrom from, OwnAddress ownAddress) {
        this.account = account;
        this.from = from;
        this.ownAddress = ownAddress;
    }

    @Override
    public String name() {
        return "SSH rule";
    }

    @Override
    public StepLook look(Gateway gateway) {
        List<InboundRule> open = gateway.group().map(SecurityGroup::rules).orElse(List.of()).stream()
                .filter(rule -> rule.opens(SSH))
                .toList();
        boolean enough = from instanceof SshFrom.Unsaid
                ? !open.isEmpty()
                : open.stream().anyMatch(rule -> rule.source().equals(new RuleSource.Block(wanted())));
        if (!enough) {
            return new StepLook.Needed("open port 22 to " + wanted().text());
        }
        return new StepLook.Done("port 22 is open to "
                + open.stream().map(rule -> rule.source().text()).distinct().collect(Collectors.joining(", ")));
    }

    private Cidr wanted() {
        return from instanceof SshFrom.Block(Cidr cidr) ? cidr : own();
    }

    private Cidr own() {
        if (own == null) {
            own = ownAddress.find();
        }
        return own;
    }

    @Override
    public void act(Gateway gateway) {
        SecurityGroup group = gateway.group().orElseThrow();
        account.allow(InboundRule.of(group.id(), SSH, wanted(), "monsh: SSH"), GatewayTag.of(gateway.name()));
    }
}
