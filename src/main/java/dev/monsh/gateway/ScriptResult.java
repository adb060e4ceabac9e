package dev.monsh.gateway;

import java.nio.charset.StandardCharsets;

/**
 * What a script left behind.
 *
 * @param status its exit status
 * @param out all of its standard output
 * @param err its standard error
 */
public record ScriptResult(int status, byte[] out, byte[] err) {

    /** Returns the standard error as one trimmed text; may hold control characters. */
    public String complaint() {
        return new String(err, StandardCharsets.UTF_8).strip();
    }
}
