package dev.monsh.edit;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The bytes of a file at the time it was read, with a fingerprint that tells later whether it is still the same. */
public final class FileSnapshot {

    private final Path path;
    private final Path real;
    private final byte[] bytes;
    private final String fingerprint;

    private FileSnapshot(Path path, Path real, byte[] bytes) {
        this.path = path;
        this.real = real;
        this.bytes = bytes;
        this.fingerprint = fingerprintOf(bytes);
    }

    /**
     * Reads a file, through symbolic links.
     *
     * @throws ConfigurationException where there is none, or it is not a file, or too large, as {@link WholeFile} says
     * @throws RefusedException where it can't be read, with the operating system's reason
     */
    public static FileSnapshot read(Path path) {
        return readIfPresent(path).orElseThrow(() -> fault(path, "file not found"));
    }

    /** Reads a file as {@link #read} does, but returns empty where there is none. */
    public static Optional<FileSnapshot> readIfPresent(Path path) {
        try {
            byte[] bytes = WholeFile.read(path);
            // the pipe of a shell's <(…) has no path
            Path real = WholeFile.isPipe(path) ? path.toAbsolutePath() : path.toRealPath();
            return Optional.of(new FileSnapshot(path, real, bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            if (isBelowAFile(path)) {
                return Optional.empty();
            }
            throw FileFailure.of("read " + path, e);
        } catch (IOException e) {
            throw FileFailure.of("read " + path, e);
        }
    }

    /** ENOTDIR: a home such as /dev/null holds no files. */
    private static boolean isBelowAFile(Path path) {
        for (Path folder = path.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder)) {
                return !Files.isDirectory(folder);
            }
        }
        return false;
    }

    private static ConfigurationException fault(Path path, String message) {
        return new ConfigurationException(List.of(new Problem(path.toString(), 0, 0, message)));
    }

    /** Returns SHA-256 as 64 hexadecimal digits. */
    public static String fingerprintOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the path as it was asked for. */
    public Path path() {
        return path;
    }

    /** Returns the file behind all symbolic links. */
    public Path real() {
        return real;
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns SHA-256 as 64 hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes, " + fingerprint + ")";
    }
}
