package dev.monsh.testing.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys made for one lab. */
public final class LabKeys {

    private final LabPrograms programs;
    private final Path folder;

    LabKeys(LabPrograms programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
        LabFiles.write(folder.resolve("README"), "keys of a test\n", "rw-------");
    }

    /** Makes a key pair. */
    public Path make(String name, String type, String passphrase, String... more) {
        Path file = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of(
                programs.path("ssh-keygen").toString(),
                "-q",
                "-t",
                type,
                "-N",
                passphrase,
                "-C",
                name,
                "-f",
                file.toString()));
        words.addAll(List.of(more));
        LabFiles.run(words);
        return file;
    }

    /** Signs a host's public key, and returns the certificate. */
    public Path certify(Path authority, Path key, String... options) {
        List<String> words = new ArrayList<>(
                List.of(programs.path("ssh-keygen").toString(), "-q", "-s", authority.toString(), "-I", "lab"));
        words.addAll(List.of(options));
        words.add(key + ".pub");
        LabFiles.run(words);
        return Path.of(key + "-cert.pub");
    }

    /** Returns the public half: type and key. */
    public static String publicKey(Path file) {
        String[] words = LabFiles.read(Path.of(file + ".pub")).split(" ");
        return words[0] + " " + words[1];
    }
}
