package dev.monsh.adapter.host;

import dev.monsh.process.gotext.GoText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of users by number, from a file in the form of {@code /etc/passwd}. Users of other databases (LDAP) have no name
 * here, as they have none for a process-exporter in a container.
 */
final class UserNames {

    private final Map<String, String> names = new HashMap<>();

    private UserNames() {}

    /** Reads a user database; one that cannot be read has no names. */
    static UserNames read(Path passwd) {
        UserNames users = new UserNames();
        try {
            for (String line : GoText.decode(Files.readAllBytes(passwd)).split("\n", -1)) {
                String[] fields = line.split(":", 4);
                if (fields.length == 4 && !line.startsWith("#")) {
                    users.names.putIfAbsent(fields[2], fields[0]);
                }
            }
        } catch (IOException _) {
            users.names.clear();
        }
        return users;
    }

    /** Returns the name, or the number where there is no name. */
    String name(String uid) {
        return names.getOrDefault(uid, uid);
    }
}
