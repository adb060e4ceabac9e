package dev.monsh.cloud;

import java.util.List;
import java.util.Optional;

/**
 * What an account has in one region. Looking changes nothing.
 *
 * <p>All methods throw {@link dev.monsh.failure.RefusedException} where credentials are missing or do not allow the
 * call, naming the action; {@link dev.monsh.failure.UnreachableException} where EC2 does not answer;
 * {@link dev.monsh.failure.TimedOutException} where it takes too long; {@link dev.monsh.failure.RejectedException} for
 * everything else that EC2 refuses.
 */
public interface AccountView {

    /** Returns the region, for instance {@code us-east-1}. */
    String region();

    /** Returns every instance that is tagged as a gateway, those that have ended included while EC2 remembers them. */
    List<Instance> gateways();

    /** Returns an instance by its identifier. */
    Optional<Instance> instance(String id);

    /** Returns the instance that has a public address. */
    Optional<Instance> instanceAt(String address);

    /** Returns the security groups that are tagged for a gateway. */
    List<SecurityGroup> gatewayGroups();

    /** Returns security groups by their identifiers; those that do not exist are left out. */
    List<SecurityGroup> groups(List<String> ids);

    /** Returns the security group of a name in a network. */
    Optional<SecurityGroup> groupNamed(String name, String network);

    /** Returns the identifiers of the network interfaces that use a security group. */
    List<String> usersOf(String group);

    /** Returns every Elastic IP of the region. */
    List<ElasticAddress> addresses();

    /** Returns every key pair of the region. */
    List<KeyPair> keyPairs();

    /** Returns the disks of an instance. */
    List<Disk> disks(String instance);

    /** Returns EC2's own checks of an instance. */
    InstanceChecks checks(String instance);

    /** Returns what an instance has printed on its console so far; empty where EC2 has nothing yet. */
    String consoleOutput(String instance);

    /**
     * Returns the processor architecture of an instance type as image names have it: {@code amd64} or {@code arm64}.
     *
     * @throws dev.monsh.failure.UsageException where there is no such type
     */
    String architecture(String type);

    /** Returns the current Ubuntu 22.04 image for an architecture. */
    MachineImage ubuntu(String architecture);

    /** Returns an image by its identifier. */
    Optional<MachineImage> image(String id);

    /** Returns the region's default network; empty where somebody deleted it. */
    Optional<Network> defaultNetwork();

    /** Returns the network of a subnet. */
    Optional<Network> subnet(String id);
}
