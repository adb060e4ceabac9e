package dev.monsh.cloud;

import dev.monsh.failure.NextStep;
import java.util.Optional;

/** What can be done next about a gateway's machine in EC2. */
public sealed interface CloudNextStep extends NextStep {

    /** Launch what a gateway lacks. */
    record Launch(String gateway) implements CloudNextStep {}

    /** See what a launch would make; without a name, of the usual gateway. */
    record PlanLaunch(Optional<String> gateway) implements CloudNextStep {}

    /** See what a launch would make in a subnet of the user's choice. */
    record ChooseSubnet() implements CloudNextStep {}

    /** Say which gateway is meant. */
    record ChooseGateway(String gateway) implements CloudNextStep {}

    /** Look at a gateway. */
    record SeeStatus(String gateway) implements CloudNextStep {}

    /** Take an instance over under a name. */
    record Adopt(String instance, String gateway) implements CloudNextStep {}

    /** Give a gateway an address of its own, which launching does. */
    record GiveAddress(String gateway) implements CloudNextStep {}

    /** Give an ended gateway's address back. */
    record ReleaseAddress() implements CloudNextStep {}

    /** Log in with a key pair that is there already, or delete it. */
    record UseOrDeleteKey(String keyPair) implements CloudNextStep {}

    /** Check the configuration, which names something that is not there. */
    record CheckConfiguration() implements CloudNextStep {}

    /** Open a public port to everyone. */
    record Open(int port) implements CloudNextStep {}

    /** Open what is needed, in place of a rule that opens everything. */
    record OpenRequired() implements CloudNextStep {}

    /** Open what is needed, in place of a range. */
    record OpenSingle() implements CloudNextStep {}

    /** Close a public port. */
    record Close(int port) implements CloudNextStep {}

    /** Open a port to the user's own address alone. */
    record OpenToMyself(int port) implements CloudNextStep {}
}
