package dev.monsh.edit;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.RefusedException;
import dev.monsh.os.NamedFile;
import dev.monsh.os.NewFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes files so that a reader sees the old content or the new one, never a part: beside the file, on the disk, then
 * renamed over it. Whatever fails, the file is whole.
 */
public final class AtomicFile {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final InstantSource clock;

    /** Takes the clock that backups are named by. */
    public AtomicFile(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Puts other bytes in a file's place, keeping its owner, group and mode, and any symbolic link to it. Nothing is
     * written where they are the same.
     *
     * @return the backup, where one was asked for and made
     * @throws ConflictException where the file is no longer what was read
     * @throws RefusedException where the operating system does not let it be written, with its reason
     */
    public Optional<Path> replace(FileSnapshot read, byte[] bytes, Backup backup) {
        requireUnchanged(read);
        if (Arrays.equals(read.bytes(), bytes)) {
            return Optional.empty();
        }
        Path real = read.real();
        try {
            if (!Files.isRegularFile(real)) {
                throw new RefusedException("write " + read.path(), "it is not a regular file");
            }
            FileOwnership ownership = FileOwnership.of(real);
            try (NewFile written = NewFile.beside(real)) {
                written.write(bytes, ownership::applyTo);
                Optional<Path> kept = keep(read, backup, ownership);
                requireUnchanged(read);
                written.replace(real);
                return kept;
            }
        } catch (IOException e) {
            throw FileFailure.of("write " + read.path(), e);
        }
    }

    /** Finds the file that a person names for a result, as {@link NamedFile#of} does. */
    public static Path named(Path folder, Path name) {
        return NamedFile.of(folder, name);
    }

    /**
     * Makes a file that was not there, and the folders that it needs. A folder may be entered by whom the mode lets read
     * the file.
     *
     * @param mode for instance {@code 0600}
     * @throws ConflictException where there is one already
     * @throws RefusedException where the operating system does not let it be written, with its reason
     */
    public void create(Path file, byte[] bytes, int mode) {
        try {
            NewFile.makeFolders(file.toAbsolutePath().getParent(), mode);
            try (NewFile written = NewFile.at(file)) {
                written.write(bytes, FileOwnership.withMode(mode)::applyTo);
                written.keep();
            }
        } catch (FileAlreadyExistsException e) {
            throw new ConflictException("create " + file, "it already exists", null, e);
        } catch (IOException e) {
            throw FileFailure.of("create " + file, e);
        }
    }

    /** Throws a {@link ConflictException} where the file is no longer what was read. */
    static void requireUnchanged(FileSnapshot read) {
        boolean same = FileSnapshot.readIfPresent(read.path())
                .map(now -> now.real().equals(read.real()) && now.fingerprint().equals(read.fingerprint()))
                .orElse(false);
        if (!same) {
            throw new ConflictException(
                    "write " + read.path(), "somebody else changed it after it was read; nothing was written");
        }
    }

    private Optional<Path> keep(FileSnapshot read, Backup backup, FileOwnership ownership) throws IOException {
        Path folder = switch (backup) {
            case Backup.None _ -> null;
            case Backup.Beside _ -> read.real().toAbsolutePath().getParent();
            case Backup.In(Path given) -> given;
        };
        if (folder == null) {
            return Optional.empty();
        }
        NewFile.makeFolders(folder, ownership.mode());
        String name = read.real().getFileName() + "." + STAMP.format(clock.instant());
        for (int number = 1; ; number++) {
            Path path = folder.resolve(number == 1 ? name + ".bak" : name + "-" + number + ".bak");
            try (NewFile written = NewFile.at(path)) {
                written.write(read.bytes(), ownership::applyTo);
                written.keep();
                return Optional.of(path);
            } catch (FileAlreadyExistsException e) {
                // two backups within one second: the next number is free
            }
        }
    }
}
