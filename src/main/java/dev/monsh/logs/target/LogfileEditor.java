package dev.monsh.logs.target;

import dev.monsh.edit.FileChange;
import dev.monsh.edit.FileChanges;
import dev.monsh.edit.FileSnapshot;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.LogNextStep;
import dev.monsh.logs.files.PathGlob;
import dev.monsh.mount.Mount;
import dev.monsh.mount.Mounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what changes in Promtail's configuration and in the Compose file when a log file comes or goes. */
public final class LogfileEditor {

    private final LogConfiguration configuration;
    private final FileSnapshot promtail;
    private final Optional<FileSnapshot> compose;
    private final LogSetup setup;

    /** Takes the two files as they were read, and what they say. */
    public LogfileEditor(
            LogConfiguration configuration, FileSnapshot promtail, Optional<FileSnapshot> compose, LogSetup setup) {
        this.configuration = configuration;
        this.promtail = promtail;
        this.compose = compose;
        this.setup = setup;
    }

    /**
     * Returns the changes that make Promtail ship a file.
     *
     * @param path absolute path or glob on this machine
     * @throws ConflictException where the service has a file already, or the file a service
     */
    public FileChanges add(String service, String path) {
        requireUsable(service, path);
        requireFree(service, path);
        String inContainer = path;
        List<FileChange> changes = new ArrayList<>();
        if (setup.service().isPresent()) {
            Optional<String> mounted = setup.mounts().inside(path);
            inContainer = mounted.orElse(path);
            if (mounted.isEmpty()) {
                changes.add(withVolume(
                        setup.service().get(), new PathGlob(path).folder().toString()));
            }
        }
        LogConfiguration.NewTarget target = new LogConfiguration.NewTarget(freeJob(service), service, inContainer);
        changes.addFirst(new FileChange(
                promtail, configuration.addTarget(promtail.path().toString(), promtail.bytes(), target)));
        return new FileChanges(changes);
    }

    private static void requireUsable(String service, String path) {
        if (service.isBlank()) {
            throw new UsageException("logfile add", "the service has no name");
        }
        PathGlob glob = new PathGlob(path);
        if (!glob.isGlob() && Files.isDirectory(Path.of(path))) {
            throw new UsageException(
                    "logfile add " + path,
                    "this is a folder: name a file in it, or a pattern such as " + path + "/*.log");
        }
        if (glob.folder().equals(Path.of("/"))) {
            throw new UsageException("logfile add " + path, "its folder is /, so the whole machine would be mounted");
        }
    }

    private void requireFree(String service, String path) {
        for (LogTarget target : setup.promtail().targets()) {
            Optional<String> host = setup.hostPath(target);
            if (host.filter(other -> overlap(path, other)).isPresent()) {
                throw new ConflictException(
                        target.place().place(),
                        path + " is already shipped here, for service " + target.service(),
                        new LogNextStep.ListLogFiles());
            }
            if (target.service().equals(service)) {
                throw new ConflictException(
                        target.place().place(),
                        "the service " + service + " already has a log file, " + target.path(),
                        "monsh logfile remove " + service);
            }
        }
    }

    private static boolean overlap(String one, String other) {
        PathGlob a = new PathGlob(one);
        PathGlob b = new PathGlob(other);
        if (one.equals(other) || a.matches(Path.of(other)) || b.matches(Path.of(one))) {
            return true;
        }
        return a.isGlob() && b.isGlob() && !Collections.disjoint(a.find(), b.find());
    }

    private String freeJob(String service) {
        String job = service;
        for (int number = 2; setup.promtail().jobs().contains(job); number++) {
            job = service + "-" + number;
        }
        return job;
    }

    private FileChange withVolume(PromtailService service, String folder) {
        if (folder.contains(":")) {
            throw new UsageException(
                    "logfile add", "the folder " + folder + " has a colon in its name: mount it by hand first");
        }
        // a dollar starts a variable in Compose files (docs.docker.com, "Interpolation"), two are one that is meant
        String written = folder.replace("$", "$$");
        FileSnapshot file = compose.orElseThrow();
        return new FileChange(file, configuration.addVolume(service, file.bytes(), written + ":" + written));
    }

    /**
     * Returns the changes that make Promtail leave a service's files alone. Folders that no other target needs are no
     * longer mounted.
     *
     * @throws UsageException where no target has the service
     */
    public FileChanges remove(String service) {
        List<LogTarget> going = setup.promtail().of(service);
        if (going.isEmpty()) {
            throw unknown(service);
        }
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange(
                promtail, configuration.removeTargets(promtail.path().toString(), promtail.bytes(), going)));
        Collection<Mount> unneeded = unneeded(going);
        if (!unneeded.isEmpty()) {
            FileSnapshot file = compose.orElseThrow();
            PromtailService promtailService = setup.service().orElseThrow();
            byte[] without = configuration.removeVolumes(promtailService, file.bytes(), unneeded);
            if (!Arrays.equals(without, file.bytes())) {
                changes.add(new FileChange(file, without));
            }
        }
        return new FileChanges(changes);
    }

    private UsageException unknown(String service) {
        List<String> services = setup.promtail().services();
        String others = services.isEmpty() ? "no service has one" : "there is " + String.join(", ", services);
        return new UsageException(
                "service " + service,
                "has no log file in " + promtail.path() + "; "
                        + Spelling.nearest(service, services)
                                .map(near -> "did you mean " + near + "?")
                                .orElse(others),
                new LogNextStep.ListLogFiles());
    }

    /** Only a mount that logs alone are behind: one that holds Promtail's own configuration or positions stays. */
    private Set<Mount> unneeded(List<LogTarget> going) {
        Set<Mount> mounts = new HashSet<>();
        if (setup.service().isEmpty()) {
            return mounts;
        }
        going.forEach(target -> setup.mounts().holding(target.path()).ifPresent(mounts::add));
        List<LogTarget> staying = setup.promtail().targets().stream()
                .filter(target -> !going.contains(target))
                .toList();
        if (staying.stream().anyMatch(target -> target.pathRewrittenBy().isPresent())) {
            // nobody knows which volumes these need
            return Set.of();
        }
        staying.forEach(target -> setup.mounts().holding(target.path()).ifPresent(mounts::remove));
        String own = promtail.real().toString();
        mounts.removeIf(mount -> !mount.bind() || (mount.isKnown() && Mounts.holds(mount.source(), own)));
        return mounts;
    }
}
