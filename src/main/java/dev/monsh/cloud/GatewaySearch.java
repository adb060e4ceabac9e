package dev.monsh.cloud;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what an account has of a gateway, by its tags and by what belongs to its instance. */
public final class GatewaySearch {

    private final AccountView account;
    private final Optional<String> configuredGroup;

    /** Takes the security group that the configuration names. */
    public GatewaySearch(AccountView account, Optional<String> configuredGroup) {
        this.account = account;
        this.configuredGroup = configuredGroup;
    }

    /**
     * Returns the name of the gateway that is meant: the one that is given, else the only one in the region.
     *
     * @throws UsageException where there are none, or several to choose from
     */
    public String name(Optional<String> given) {
        if (given.isPresent()) {
            return given.get();
        }
        TreeSet<String> names = new TreeSet<>();
        account.gateways().stream()
                .filter(each -> !each.state().isOver())
                .flatMap(each -> each.gateway().stream())
                .forEach(names::add);
        if (names.size() > 1) {
            throw new UsageException(
                    "gateway",
                    "there are several in " + account.region() + ": " + String.join(", ", names),
                    new CloudNextStep.ChooseGateway(names.first()));
        }
        if (names.isEmpty()) {
            leftovers().forEach(names::add);
        }
        if (names.size() != 1) {
            throw new UsageException(
                    "gateway",
                    "no monsh gateway found in " + account.region(),
                    new CloudNextStep.PlanLaunch(Optional.empty()));
        }
        return names.first();
    }

    /** What a launch or an end that was cut short left has tags as well. */
    private Stream<String> leftovers() {
        return Stream.concat(
                account.gatewayGroups().stream().flatMap(each -> each.gateway().stream()),
                account.addresses().stream().flatMap(each -> each.gateway().stream()));
    }

    /**
     * Looks for everything of the gateway of a name.
     *
     * @throws ConflictException where two instances, or two addresses, have its name
     */
    public Gateway find(String name) {
        List<Instance> tagged = account.gateways().stream()
                .filter(each -> each.gateway().filter(name::equals).isPresent())
                .toList();
        Optional<Instance> instance = only(
                name,
                "instances",
                tagged.stream().filter(each -> !each.state().isOver()).toList(),
                Instance::id);
        List<Instance> former =
                tagged.stream().filter(each -> each.state().isOver()).toList();
        List<KeyPair> keys = account.keyPairs().stream()
                .filter(each -> each.gateway().filter(name::equals).isPresent())
                .toList();
        return new Gateway(
                name,
                instance,
                former,
                group(name, instance),
                address(name, instance),
                keys.stream().findFirst());
    }

    /** The instance's own group counts, wherever it comes from; before there is one, the group for it. */
    private Optional<SecurityGroup> group(String name, Optional<Instance> instance) {
        List<SecurityGroup> attached =
                instance.map(each -> account.groups(each.groups())).orElse(List.of());
        if (configuredGroup.isPresent()) {
            List<SecurityGroup> configured = account.groups(List.of(configuredGroup.get()));
            boolean foreign = instance.isPresent()
                    && configured.stream()
                            .noneMatch(each -> instance.get().groups().contains(each.id()));
            if (!configured.isEmpty() && !foreign) {
                return Optional.of(configured.getFirst());
            }
        }
        Optional<SecurityGroup> own = attached.stream()
                .filter(each -> each.gateway().filter(name::equals).isPresent())
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        if (instance.isPresent()) {
            return attached.stream().findFirst();
        }
        return account.gatewayGroups().stream()
                .filter(each -> each.gateway().filter(name::equals).isPresent())
                .findFirst();
    }

    private Optional<ElasticAddress> address(String name, Optional<Instance> instance) {
        List<ElasticAddress> all = account.addresses();
        Optional<ElasticAddress> held = all.stream()
                .filter(each -> instance.isPresent()
                        && each.instance().filter(instance.get().id()::equals).isPresent())
                .findFirst();
        return held.isPresent()
                ? held
                : only(
                        name,
                        "Elastic IPs",
                        all.stream()
                                .filter(each ->
                                        each.gateway().filter(name::equals).isPresent())
                                .toList(),
                        ElasticAddress::address);
    }

    private <T> Optional<T> only(
            String name, String what, List<T> found, java.util.function.Function<T, String> identifier) {
        if (found.size() > 1) {
            throw new ConflictException(
                    "gateway " + name,
                    found.size() + " " + what + " have its tag " + GatewayTag.KEY + ": "
                            + String.join(", ", found.stream().map(identifier).toList())
                            + "; remove the tag from all but one of them");
        }
        return found.stream().findFirst();
    }

    /**
     * Returns the security group of a gateway whose rules are to be shown or changed.
     *
     * @throws UsageException where there is none
     * @throws RejectedException where the one of the configuration does not exist
     */
    public SecurityGroup groupOf(Gateway gateway) {
        return gateway.group()
                .orElseThrow(() -> configuredGroup
                        .<RuntimeException>map(id -> new RejectedException(
                                "security group " + id,
                                "not found in " + account.region(),
                                new CloudNextStep.CheckConfiguration()))
                        .orElseGet(() -> new UsageException(
                                "gateway " + gateway.name(),
                                "no security group found for it in " + account.region(),
                                new CloudNextStep.PlanLaunch(Optional.of(gateway.name())))));
    }
}
