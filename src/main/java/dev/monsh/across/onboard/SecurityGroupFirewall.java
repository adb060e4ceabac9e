package dev.monsh.across.onboard;

import dev.monsh.cloud.AccountView;
import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.GatewaySearch;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.cloud.rules.RulePlan;
import java.util.List;
import java.util.Optional;

/** The security group of the gateway in EC2. Each question looks again, since others change it too. */
public final class SecurityGroupFirewall implements Firewall {

    private final CloudAccount account;
    private final Optional<String> configured;

    /** Takes the group that the configuration names; else the only gateway of the region has one. */
    public SecurityGroupFirewall(CloudAccount account, Optional<String> configured) {
        this.account = account;
        this.configured = configured;
    }

    private SecurityGroup group() {
        Optional<SecurityGroup> named =
                configured.flatMap(id -> account.groups(List.of(id)).stream().findFirst());
        return named.orElseGet(() -> ofGateway(account));
    }

    private SecurityGroup ofGateway(AccountView view) {
        GatewaySearch search = new GatewaySearch(view, configured);
        return search.groupOf(search.find(search.name(Optional.empty())));
    }

    @Override
    public String name() {
        return group().id();
    }

    @Override
    public List<Integer> closed(List<Integer> ports) {
        SecurityGroup group = group();
        return ports.stream()
                .filter(port -> group.rules().stream().noneMatch(rule -> rule.opens(port)))
                .toList();
    }

    @Override
    public List<Integer> open(List<Integer> ports) {
        SecurityGroup group = group();
        return ports.stream()
                .filter(port -> group.rules().stream().anyMatch(rule -> rule.opens(port)))
                .toList();
    }

    @Override
    public void open(List<Integer> ports, String label) {
        RulePlan plan = new RulePlan(group());
        ports.forEach(port -> plan.open(port, List.of(Cidr.ANYWHERE), label));
        plan.apply(account);
    }

    @Override
    public void close(List<Integer> ports) {
        RulePlan plan = new RulePlan(group());
        ports.forEach(plan::close);
        plan.apply(account);
    }

    @Override
    public void close() {
        account.close();
    }
}
