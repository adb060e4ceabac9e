package dev.monsh.cloud;

import java.util.Map;

/**
 * What an instance is made of. Its metadata service asks for tokens, and its disk is encrypted gp3.
 *
 * @param token EC2 makes one instance for a token, however often it is asked
 * @param tags of the instance and of its disk
 */
public record NewInstance(
        String type,
        MachineImage image,
        String keyName,
        String group,
        Network network,
        String token,
        Map<String, String> tags) {

    public NewInstance {
        tags = Map.copyOf(tags);
    }

    /** Returns the same with another token. */
    public NewInstance withToken(String other) {
        return new NewInstance(type, image, keyName, group, network, other, tags);
    }
}
