package dev.monsh.edit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Whose a file is and what others may do with it.
 *
 * @param user the number of the owner; empty to leave it as it is
 * @param group the number of the group; empty to leave it as it is
 * @param mode the lower twelve bits
 */
record FileOwnership(OptionalInt user, OptionalInt group, int mode) {

    private static final int MODE_BITS = 07777;

    static FileOwnership of(Path file) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(file, "unix:uid,gid,mode");
        return new FileOwnership(
                OptionalInt.of(number(attributes, "uid")),
                OptionalInt.of(number(attributes, "gid")),
                number(attributes, "mode") & MODE_BITS);
    }

    static FileOwnership withMode(int mode) {
        return new FileOwnership(OptionalInt.empty(), OptionalInt.empty(), mode);
    }

    private static int number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Integer number ? number : 0;
    }

    /** Gives a file to the same owner and group; the mode comes last because a change of owner takes bits from it. */
    void applyTo(Path file) throws IOException {
        FileOwnership now = of(file);
        try {
            if (user.isPresent() && !user.equals(now.user)) {
                Files.setAttribute(file, "unix:uid", user.getAsInt());
            }
            if (group.isPresent() && !group.equals(now.group)) {
                Files.setAttribute(file, "unix:gid", group.getAsInt());
            }
        } catch (FileSystemException e) {
            String reason = "it belongs to another user or group, which only root can keep";
            FileSystemException told = new FileSystemException(e.getFile(), null, reason);
            told.initCause(e);
            throw told;
        }
        Files.setAttribute(file, "unix:mode", mode);
    }
}
