package dev.monsh.adapter.nativeengine.packages;

import dev.monsh.failure.FileFailure;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.FolderLock;
import dev.monsh.os.FolderRemover;
import dev.monsh.os.NewFile;
import dev.monsh.stack.engine.Progress;
import dev.monsh.stack.engine.ProgressListener;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fetches Debian packages without root into a folder of monsh's own, one folder a package. A package's folder appears
 * when it is whole, not before.
 */
public final class DebianPackages {

    private static final String UNFINISHED = ".unfinished-";
    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Map<String, String> environment;

    /** Takes the environment that apt gets, since a proxy may be named there. */
    public DebianPackages(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Fetches those of the packages that are not there.
     *
     * @throws UnreachableException with apt's own words when it can't
     */
    void fetch(List<String> packages, ProgressListener listener) {
        try (FolderLock _ = FolderLock.take(
                folder.resolve(".lock"), LOCK_PATIENCE, () -> listener.on(new Progress.WaitingForOther(folder)))) {
            List<String> missing = packages.stream()
                    .filter(name -> !Files.isDirectory(folder.resolve(name)))
                    .toList();
            if (!missing.isEmpty()) {
                sweep();
                fetchInto(Files.createTempDirectory(folder, UNFINISHED), missing, listener);
            }
        } catch (IOException e) {
            throw FileFailure.at(folder, e);
        }
    }

    /** Deletes what an interrupted fetch left behind. */
    public void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            left.forEach(FolderRemover::remove);
        } catch (IOException e) {
            throw FileFailure.at(folder, e);
        }
    }

    private void fetchInto(Path staging, List<String> packages, ProgressListener listener) throws IOException {
        try {
            AptClient apt = AptClient.in(staging, environment).orElseThrow(() -> failed(packages, "apt-get not found"));
            long begin = System.nanoTime();
            apt.prepare();
            download(apt, packages, listener);
            long bytes = size(staging.resolve("debs"));
            for (String name : packages) {
                unpack(apt, staging, name, packages);
            }
            listener.on(new Progress.Fetched(
                    String.join(" and ", packages), bytes, Duration.ofNanos(System.nanoTime() - begin)));
        } finally {
            FolderRemover.remove(staging);
        }
    }

    /** The machine's own package lists may be there and good enough; if not, fresh ones are fetched. */
    private static void download(AptClient apt, List<String> packages, ProgressListener listener) {
        String what = String.join(" and ", packages);
        listener.on(new Progress.Fetching(what));
        if (apt.download(packages, false).isEmpty()) {
            return;
        }
        listener.on(new Progress.Fetching("the package lists"));
        Optional<String> trouble = apt.update();
        listener.on(new Progress.Fetching(what));
        apt.download(packages, true).ifPresent(error -> {
            throw failed(packages, "apt-get could not fetch it: " + trouble.orElse(error));
        });
    }

    private void unpack(AptClient apt, Path staging, String name, List<String> all) throws IOException {
        Path target = Files.createDirectory(staging.resolve(name));
        apt.unpack(deb(staging.resolve("debs"), name, all), target).ifPresent(error -> {
            throw failed(all, "dpkg could not unpack it: " + error);
        });
        Path programs = target.resolve("usr/bin");
        if (!Files.isDirectory(programs)) {
            throw failed(all, "package " + name + " contains no program");
        }
        try (Stream<Path> files = Files.list(programs)) {
            files.filter(Files::isRegularFile).forEach(DebianPackages::toDisk);
        }
        NewFile.rename(target, folder.resolve(name));
    }

    private static Path deb(Path debs, String name, List<String> all) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(debs, name + "_*.deb")) {
            for (Path deb : found) {
                return deb;
            }
        }
        throw failed(all, "apt-get downloaded no file of package " + name);
    }

    /** A power cut after the rename must not leave a program of zeros under its final name. */
    private static void toDisk(Path file) {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            in.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path debs) throws IOException {
        try (Stream<Path> files = Files.list(debs)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static UnreachableException failed(List<String> packages, String why) {
        return new UnreachableException(
                String.join(" and ", packages),
                "not on this machine, and " + why,
                "sudo apt install " + String.join(" ", packages));
    }
}
