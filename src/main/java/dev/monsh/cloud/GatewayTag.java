package dev.monsh.cloud;

import dev.monsh.failure.UsageException;
import java.util.Map;
import java.util.regex.Pattern;

/** The tag by which everything of a gateway is found again. */
public final class GatewayTag {

    /** The tag's key; its value is the gateway's name. */
    public static final String KEY = "monsh:gateway";

    /** The gateway's name where none is given. */
    public static final String USUAL_NAME = "gateway";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private GatewayTag() {}

    /** Returns the tags of what is made for a gateway; the console shows the one named Name. */
    public static Map<String, String> of(String gateway) {
        return Map.of(KEY, gateway, "Name", resourceName(gateway));
    }

    /** Returns the name of the gateway's security group and key pair. */
    public static String resourceName(String gateway) {
        return "monsh-" + gateway;
    }

    /** Reads a gateway's name; throws {@link UsageException} where names of EC2 could not be made of it. */
    public static String name(String where, String text) {
        if (!NAME.matcher(text).matches()) {
            throw new UsageException(
                    where + " '" + text + "'",
                    "a gateway's name starts with a letter or digit and contains only letters, digits, '.', '_' and '-', at"
                            + " most 100 characters");
        }
        return text;
    }
}
