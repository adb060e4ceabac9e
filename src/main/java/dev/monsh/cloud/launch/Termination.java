package dev.monsh.cloud.launch;

import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.CloudNextStep;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.InstanceState;
import dev.monsh.cloud.KeyPair;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.failure.ConflictException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a gateway. What carries its tag goes; a security group or key pair that somebody made by hand stays, and so
 * does the address unless it is to be released.
 */
public final class Termination {

    private Termination() {}

    /** Returns the steps in their order. */
    public static List<GatewayStep> steps(CloudAccount account, boolean release) {
        return List.of(
                new InstanceEnd(account, release),
                new AddressEnd(account, release),
                new GroupEnd(account),
                new KeyEnd(account));
    }

    /** Its address gets the tag first, so that a run that is killed in between leaves nothing that nobody finds. */
    private record InstanceEnd(CloudAccount account, boolean release) implements GatewayStep {

        @Override
        public String name() {
            return "instance";
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(5);
        }

        @Override
        public StepLook look(Gateway gateway) {
            Optional<Instance> ending = gateway.instance()
                    .or(() -> gateway.former().stream()
                            .filter(each -> each.state() != InstanceState.TERMINATED)
                            .findFirst());
            if (ending.isPresent()) {
                return new StepLook.Needed("terminate " + ending.get().id() + " and delete its disk");
            }
            return new StepLook.Done(
                    gateway.former().isEmpty()
                            ? "there is none"
                            : gateway.former().getLast().id() + " is terminated");
        }

        @Override
        public void act(Gateway gateway) {
            gateway.address()
                    .filter(address -> release && address.gateway().isEmpty())
                    .ifPresent(address -> account.tag(address.id(), Map.of(GatewayTag.KEY, gateway.name())));
            gateway.instance().ifPresent(instance -> account.terminate(instance.id()));
        }
    }

    private record AddressEnd(CloudAccount account, boolean release) implements GatewayStep {

        @Override
        public String name() {
            return "Elastic IP";
        }

        @Override
        public StepLook look(Gateway gateway) {
            Optional<ElasticAddress> address = gateway.address();
            if (address.isEmpty()) {
                return new StepLook.Done("there is none");
            }
            return release
                    ? new StepLook.Needed("release " + address.get().address())
                    : new StepLook.Skipped(
                            address.get().address() + " is kept and still costs money",
                            new CloudNextStep.ReleaseAddress());
        }

        @Override
        public void act(Gateway gateway) {
            ElasticAddress address = gateway.address().orElseThrow();
            if (address.association().isPresent()) {
                account.disassociate(address);
            }
            account.release(address);
        }
    }

    private record GroupEnd(CloudAccount account) implements GatewayStep {

        @Override
        public String name() {
            return "security group";
        }

        @Override
        public StepLook look(Gateway gateway) {
            Optional<SecurityGroup> group = gateway.group();
            if (group.isEmpty()) {
                return new StepLook.Done("there is none");
            }
            boolean own = group.get().gateway().filter(gateway.name()::equals).isPresent();
            return own
                    ? new StepLook.Needed(
                            "delete " + group.get().id() + " (" + group.get().name() + ")")
                    : new StepLook.Skipped(group.get().id() + " is kept: monsh did not create it");
        }

        /** EC2 lets go of a group some time after it has said that the instance is terminated. */
        @Override
        public void act(Gateway gateway) {
            try {
                account.deleteGroup(gateway.group().orElseThrow().id());
            } catch (ConflictException e) {
                // still in use; asked again until the time is over
            }
        }

        @Override
        public void again(Gateway gateway) {
            if (gateway.group().isPresent()) {
                act(gateway);
            }
        }

        @Override
        public Optional<String> givenUp(Gateway gateway) {
            String group = gateway.group().map(SecurityGroup::id).orElse("");
            throw new ConflictException(
                    "security group " + group,
                    "is still in use" + users(group) + "; detach it there, then run this again");
        }

        private String users(String group) {
            List<String> users = account.usersOf(group);
            return users.isEmpty() ? "" : " by " + String.join(", ", users);
        }
    }

    private record KeyEnd(CloudAccount account) implements GatewayStep {

        @Override
        public String name() {
            return "key pair";
        }

        @Override
        public StepLook look(Gateway gateway) {
            Optional<KeyPair> key = gateway.key();
            return key.<StepLook>map(each -> new StepLook.Needed("delete " + each.name()))
                    .orElseGet(() -> new StepLook.Done("monsh did not import one"));
        }

        @Override
        public void act(Gateway gateway) {
            account.deleteKey(gateway.key().orElseThrow().name());
        }
    }
}
