package dev.monsh.cloud.launch;

import java.util.Optional;

/**
 * What a gateway is to be made of.
 *
 * @param name of the gateway, the value of its tags
 * @param type of the instance; empty for {@link #USUAL_TYPE}
 * @param image an AMI; empty for the current Ubuntu 22.04
 * @param subnet where to put it; empty for the region's default network
 */
public record LaunchRequest(
        String name,
        Optional<String> type,
        Optional<String> image,
        LoginKey key,
        SshFrom ssh,
        Optional<String> subnet) {

    /** The one that the stack's manual takes. */
    public static final String USUAL_TYPE = "t3.micro";

    /** Returns the type of a new instance. */
    String typeOrUsual() {
        return type.orElse(USUAL_TYPE);
    }
}
