package dev.monsh.testing.gateway;

import java.nio.file.Path;
import java.util.List;

/** Users of the gateway, one for each kind of sudo rule. They exist in the lab's namespace only. */
public final class LabUsers {

    /** sudo asks for nothing. */
    public static final String FREE = "labfree";
    /** sudo asks for {@link #PASSWORD}. */
    public static final String ASKED = "labasked";
    /** sudo demands a terminal. */
    public static final String TERMINAL = "labterminal";
    /** No rule allows sudo. */
    public static final String REFUSED = "labrefused";

    public static final String PASSWORD = "correct horse 'battery' $staple";

    private static final List<String> ALL = List.of(FREE, ASKED, TERMINAL, REFUSED);
    private static final int FIRST_ID = 64_300;

    private LabUsers() {}

    /** Writes passwd, group, shadow and sudoers files for a namespace. */
    static void write(LabPrograms programs, Path folder, Path tools, Path home) {
        String hash = LabFiles.run(List.of(programs.path("openssl").toString(), "passwd", "-6", PASSWORD))
                .strip();
        StringBuilder passwd = new StringBuilder(LabFiles.read(Path.of("/etc/passwd")));
        StringBuilder group = new StringBuilder(LabFiles.read(Path.of("/etc/group")));
        StringBuilder shadow = new StringBuilder(LabFiles.read(Path.of("/etc/shadow")));
        int id = FIRST_ID;
        for (String user : ALL) {
            passwd.append("%s:x:%d:%d::%s:/bin/sh\n".formatted(user, id, id, home));
            group.append("%s:x:%d:\n".formatted(user, id));
            shadow.append("%s:%s:19000:0:99999:7:::\n".formatted(user, hash));
            id++;
        }
        LabFiles.write(folder.resolve("passwd"), passwd.toString(), "rw-r--r--");
        LabFiles.write(folder.resolve("group"), group.toString(), "rw-r--r--");
        LabFiles.write(folder.resolve("shadow"), shadow.toString(), "rw-------");
        LabFiles.write(folder.resolve("sudoers"), sudoers(tools), "r--r-----");
    }

    private static String sudoers(Path tools) {
        return """
                Defaults secure_path="TOOLS:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
                Defaults:labterminal requiretty
                root ALL=(ALL:ALL) ALL
                labfree ALL=(ALL:ALL) NOPASSWD: ALL
                labasked ALL=(ALL:ALL) ALL
                labterminal ALL=(ALL:ALL) NOPASSWD: ALL
                """.replace("TOOLS", tools.toString());
    }
}
