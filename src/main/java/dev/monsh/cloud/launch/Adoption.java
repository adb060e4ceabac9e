package dev.monsh.cloud.launch;

import dev.monsh.box.BoxStore;
import dev.monsh.cloud.AccountView;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.CloudNextStep;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.Instance;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Taking over a gateway that somebody made by hand: it gets the tag, and the configuration gets the gateway. */
public final class Adoption {

    private Adoption() {}

    /**
     * Finds the instance that is meant.
     *
     * @param which its identifier or its public address
     * @throws UsageException where the region has none
     * @throws ConflictException where it is another gateway already, or has ended
     */
    public static Instance find(AccountView account, String which, String name) {
        Instance instance = (which.startsWith("i-") ? account.instance(which) : account.instanceAt(which))
                .orElseThrow(() ->
                        new UsageException(which, "no instance with this ID or public address in " + account.region()));
        if (instance.state().isOver()) {
            throw new ConflictException(
                    which, instance.id() + " is " + instance.state().word());
        }
        instance.gateway().filter(other -> !other.equals(name)).ifPresent(other -> {
            throw new ConflictException(
                    which, instance.id() + " is the gateway " + other + " already", new CloudNextStep.SeeStatus(other));
        });
        return instance;
    }

    /** Returns the steps in their order. */
    public static List<GatewayStep> steps(
            CloudAccount account,
            Instance instance,
            BoxStore configuration,
            Launch.Login login,
            Optional<String> region) {
        return List.of(
                new InstanceTag(account, instance),
                new AddressTag(account, instance),
                new ConfigurationStep(configuration, login.user(), login.identityFile(), region));
    }

    private static Map<String, String> tag(String name) {
        return Map.of(GatewayTag.KEY, name);
    }

    private record InstanceTag(CloudAccount account, Instance instance) implements GatewayStep {

        @Override
        public String name() {
            return "instance";
        }

        @Override
        public StepLook look(Gateway gateway) {
            Optional<Instance> tagged = gateway.instance();
            tagged.filter(other -> !other.id().equals(instance.id())).ifPresent(other -> {
                throw new ConflictException(
                        "gateway " + gateway.name(),
                        "is " + other.id() + " already; choose another name",
                        new CloudNextStep.Adopt(instance.id(), gateway.name() + "-2"));
            });
            return tagged.<StepLook>map(own -> new StepLook.Done(own.id() + " has the tag"))
                    .orElseGet(() -> new StepLook.Needed(
                            "tag " + instance.id() + " with " + GatewayTag.KEY + "=" + gateway.name()));
        }

        @Override
        public void act(Gateway gateway) {
            account.tag(instance.id(), tag(gateway.name()));
        }
    }

    private record AddressTag(CloudAccount account, Instance instance) implements GatewayStep {

        @Override
        public String name() {
            return "Elastic IP";
        }

        @Override
        public StepLook look(Gateway gateway) {
            Optional<ElasticAddress> held = held();
            if (held.isEmpty()) {
                return new StepLook.Skipped(
                        "it has none, so its address changes when it is stopped",
                        new CloudNextStep.GiveAddress(gateway.name()));
            }
            return held.get().gateway().filter(gateway.name()::equals).isPresent()
                    ? new StepLook.Done(held.get().address() + " has the tag")
                    : new StepLook.Needed(
                            "tag " + held.get().address() + " with " + GatewayTag.KEY + "=" + gateway.name());
        }

        private Optional<ElasticAddress> held() {
            return account.addresses().stream()
                    .filter(each ->
                            each.instance().filter(instance.id()::equals).isPresent())
                    .findFirst();
        }

        @Override
        public void act(Gateway gateway) {
            held().ifPresent(address -> account.tag(address.id(), tag(gateway.name())));
        }
    }
}
