package dev.monsh.cloud.launch;

import dev.monsh.cloud.Gateway;
import java.time.Duration;
import java.util.Optional;

/** The wait until the new machine's SSH server answers. */
final class SshAnswerStep implements GatewayStep {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SshProbe probe;

    SshAnswerStep(SshProbe probe) {
        this.probe = probe;
    }

    @Override
    public String name() {
        return "SSH";
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public StepLook look(Gateway gateway) {
        Optional<String> address = gateway.publicAddress();
        return address.filter(probe::answers)
                .<StepLook>map(answering -> new StepLook.Done(answering + " answers on port 22"))
                .orElseGet(() -> waiting(address));
    }

    private static StepLook waiting(Optional<String> address) {
        return new StepLook.Needed("wait until " + address.orElse("the instance") + " answers on port 22");
    }

    @Override
    public StepLook plan(Gateway gateway) {
        return gateway.isReachable() ? new StepLook.Skipped("not checked yet") : waiting(gateway.publicAddress());
    }

    @Override
    public void act(Gateway gateway) {
        // there is nothing to do but to wait
    }
}
