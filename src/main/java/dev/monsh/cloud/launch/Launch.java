package dev.monsh.cloud.launch;

import dev.monsh.box.BoxStore;
import dev.monsh.cloud.CloudAccount;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps to a gateway that runs: the first three of the stack's manual, and what monsh needs to log in. */
public final class Launch {

    /** What is found on this machine rather than in the account. */
    public record Surroundings(
            OwnAddress ownAddress,
            SshProbe probe,
            HostKeyStore hostKeys,
            BoxStore configuration,
            InstantSource clock) {}

    /**
     * Who logs in to the new gateway.
     *
     * @param user of the image, for instance {@code ubuntu}
     * @param identityFile the private key, where it is not one of SSH's usual files
     */
    public record Login(String user, Optional<Path> identityFile) {}

    private Launch() {}

    /**
     * Returns the steps in their order.
     *
     * @param wait whether to wait until the machine itself answers; without it only EC2 is asked
     * @param region the region to write into the configuration
     */
    public static List<GatewayStep> steps(
            CloudAccount account,
            LaunchRequest request,
            Login login,
            Surroundings around,
            boolean wait,
            Optional<String> region) {
        Placement placement = new Placement(account, request);
        List<GatewayStep> steps = new ArrayList<>(List.of(
                new GroupStep(account, placement),
                new SshRuleStep(account, request.ssh(), around.ownAddress()),
                new KeyStep(account, request.key()),
                new AddressStep(account),
                new InstanceStep(account, request, placement, around.clock()),
                new AssociationStep(account)));
        if (wait) {
            steps.add(new SshAnswerStep(around.probe()));
        }
        steps.add(new ConsoleStep(account, around.hostKeys(), wait));
        steps.add(new HostKeyStep(account, around.hostKeys()));
        steps.add(new ConfigurationStep(around.configuration(), login.user(), login.identityFile(), region));
        return List.copyOf(steps);
    }
}
