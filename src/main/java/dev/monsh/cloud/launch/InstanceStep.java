package dev.monsh.cloud.launch;

import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.InstanceState;
import dev.monsh.cloud.NewInstance;
import dev.monsh.edit.FileSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The instance itself, up to where EC2 says that it runs. */
final class InstanceStep implements GatewayStep {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CloudAccount account;
    private final LaunchRequest request;
    private final Placement placement;
    private final InstantSource clock;

    InstanceStep(CloudAccount account, LaunchRequest request, Placement placement, InstantSource clock) {
        this.account = account;
        this.request = request;
        this.placement = placement;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "instance";
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public StepLook look(Gateway gateway) {
        if (gateway.instance().isEmpty()) {
            return new StepLook.Needed(
                    "launch a " + request.typeOrUsual() + " from "
                            + placement.image().id() + " (" + placement.image().name()
                            + "), token-only metadata, encrypted disk of "
                            + placement.image().gibibytes() + " GiB",
                    "by the hour while it runs, and its disk by the month");
        }
        Instance instance = gateway.instance().get();
        return switch (instance.state()) {
            case RUNNING -> new StepLook.Done(instance.id() + ", " + instance.type() + unchanged(instance));
            case STOPPED ->
                new StepLook.Needed("start " + instance.id() + ", which is stopped", "by the hour while it runs");
            default ->
                new StepLook.Needed("wait until " + instance.id() + " runs; it is "
                        + instance.state().word());
        };
    }

    /** What was asked for and is otherwise on the instance that is there. */
    private String unchanged(Instance instance) {
        boolean otherType =
                request.type().filter(type -> !type.equals(instance.type())).isPresent();
        boolean otherImage =
                request.image().filter(image -> !image.equals(instance.image())).isPresent();
        if (!otherType && !otherImage) {
            return "";
        }
        return "; kept as it is, although " + (otherType ? "another type" : "another image")
                + " was asked for: to change that, terminate it first";
    }

    @Override
    public void act(Gateway gateway) {
        if (gateway.instance().isEmpty()) {
            launch(gateway);
        } else if (gateway.instance().get().state() == InstanceState.STOPPED) {
            account.start(gateway.instance().get().id());
        }
    }

    private void launch(Gateway gateway) {
        NewInstance wanted = new NewInstance(
                request.typeOrUsual(),
                placement.image(),
                KeyStep.nameOf(request.key(), gateway.name()),
                gateway.group().orElseThrow().id(),
                placement.network(),
                "",
                GatewayTag.of(gateway.name()));
        String token = token(wanted, gateway.former());
        Instance made = account.run(wanted.withToken(token));
        if (made.state().isOver()) {
            // the token's instance has ended since, and EC2 has forgotten it in its lists: this launch is a new one
            account.run(wanted.withToken(FileSnapshot.fingerprintOf(bytes(token + made.id()))));
        }
    }

    /**
     * A run that was killed may have asked already, and EC2's lists may not show it yet: the same token on the same day
     * makes no second instance. 64 characters, as many as EC2 takes.
     */
    private String token(NewInstance wanted, List<Instance> former) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return FileSnapshot.fingerprintOf(
                bytes(wanted + " " + former.stream().map(Instance::id).sorted().toList() + " " + day));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
