package dev.monsh.cloud;

import java.util.List;
import java.util.Optional;

/**
 * What an account has of one gateway, as it was at one moment.
 *
 * @param name the value of its tags
 * @param instance the one that has not ended
 * @param former instances of this name that have ended and that EC2 still remembers
 * @param group the security group that its ports are opened in
 * @param address its Elastic IP
 * @param key the key pair of its name
 */
public record Gateway(
        String name,
        Optional<Instance> instance,
        List<Instance> former,
        Optional<SecurityGroup> group,
        Optional<ElasticAddress> address,
        Optional<KeyPair> key) {

    public Gateway {
        former = List.copyOf(former);
    }

    /** Returns whether the Elastic IP is the instance's. */
    public boolean isReachable() {
        return address.flatMap(ElasticAddress::instance)
                .filter(holder ->
                        instance.map(Instance::id).filter(holder::equals).isPresent())
                .isPresent();
    }

    /** Returns the address that the instance has now: its Elastic IP, else the one that it loses when it stops. */
    public Optional<String> publicAddress() {
        return isReachable() ? address.map(ElasticAddress::address) : instance.flatMap(Instance::publicAddress);
    }
}
