package dev.monsh.gateway.host;

import dev.monsh.edit.Bytes;

/**
 * What a script left behind.
 *
 * @param status its exit status
 * @param out all of its standard output
 * @param err its standard error
 */
public record ScriptResult(int status, Bytes out, Bytes err) {

    /** Returns the standard error as one trimmed text; may hold control characters. */
    public String complaint() {
        return err.text().strip();
    }
}
