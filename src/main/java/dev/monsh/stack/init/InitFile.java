package dev.monsh.stack.init;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file of a new stack.
 *
 * @param path absolute
 * @param executable whether it is a script to be run
 */
public record InitFile(Path path, String text, boolean executable) {

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Everybody may read it, since the servers run as users of their own. */
    int mode() {
        return executable ? 0755 : 0644;
    }
}
