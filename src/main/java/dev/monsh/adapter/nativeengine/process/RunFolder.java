package dev.monsh.adapter.nativeengine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where monsh keeps what it knows of the processes that it started from a stack's folder: {@code .monsh} in it.
 *
 * @param folder the stack's folder, absolute
 */
public record RunFolder(Path folder) {

    /** The variable that marks every process started from a stack's folder; its value is {@link #id}. */
    public static final String ID_VARIABLE = "MONSH_DEMO";

    /** The variable that holds the name of the service or worker. */
    public static final String NAME_VARIABLE = "MONSH_DEMO_NAME";

    /** The variable that holds the path of {@link #marker}. */
    static final String MARKER_VARIABLE = "MONSH_STACK_MARKER";

    /**
     * Returns a name for the folder, made of where it really is, so that it is the same when all that was in it is lost.
     */
    public String id() {
        try {
            byte[] path = real(folder).toString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path parent = path.getParent();
            return parent == null ? path : real(parent).resolve(path.getFileName());
        }
    }

    public Path state() {
        return path("state");
    }

    public Path lock() {
        return path("lock");
    }

    /** Returns the file without which nothing starts and workers stop. */
    Path marker() {
        return path("running");
    }

    /** Returns the file that gets what the service or worker prints. */
    public Path output(String name) {
        return path(name + ".output");
    }

    /** Returns where services store what they collect. */
    public Path data() {
        return path("data");
    }

    public boolean exists() {
        return Files.isDirectory(path("."));
    }

    private Path path(String name) {
        return folder.resolve(".monsh").resolve(name).normalize();
    }
}
