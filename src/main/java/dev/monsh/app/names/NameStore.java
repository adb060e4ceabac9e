package dev.monsh.app.names;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What servers answered about their names, in this run and in earlier ones: a file for each server. */
final class NameStore {

    private final Path folder;
    private final Map<String, Map<String, KnownNames>> byServer = new HashMap<>();

    NameStore(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder for them: {@code $XDG_CACHE_HOME/monsh/names}, else {@code ~/.cache/monsh/names}. */
    static Path folder(Map<String, String> environment, Path home) {
        Path cache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        Path base = cache.isAbsolute() ? cache : home.resolve(".cache");
        return base.resolve("monsh").resolve("names");
    }

    /** Returns the last answer of a server to a question. */
    synchronized Optional<KnownNames> find(String server, String question) {
        return Optional.ofNullable(of(server).get(question));
    }

    /** Keeps an answer. */
    synchronized void put(String server, String question, KnownNames answer) {
        Map<String, KnownNames> all = of(server);
        // the newest last, so that a full file loses the oldest
        all.remove(question);
        all.put(question, answer);
        file(server).write(all);
    }

    private Map<String, KnownNames> of(String server) {
        return byServer.computeIfAbsent(server, each -> file(each).read());
    }

    private NameFile file(String server) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(server.getBytes(StandardCharsets.UTF_8));
            return new NameFile(folder.resolve(HexFormat.of().formatHex(digest, 0, 12)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
