package dev.monsh.gateway.harden;

import dev.monsh.failure.UsageException;
import java.util.regex.Pattern;

/** A file on the gateway that becomes a word of nginx's file: an absolute path of letters, digits and {@code ._+-}. */
public record GatewayPath(String text) {

    private static final Pattern FORM = Pattern.compile("/[A-Za-z0-9._/+-]+");

    /** Takes a path that is known to be one; throws {@link IllegalArgumentException}. */
    public GatewayPath {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
    }

    /** Reads a path that a person gave; throws {@link UsageException} naming where. */
    public static GatewayPath parse(String where, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new UsageException(
                    where + " '" + text + "'", "must be an absolute path on the gateway, of letters, digits and ._+-");
        }
        return new GatewayPath(text);
    }
}
