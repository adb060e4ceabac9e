package dev.monsh.stack.check;

import dev.monsh.stack.StackService;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of rules and of targets that Prometheus's configuration names, on this machine. */
final class NamedFiles {

    private final StackService service;
    private final Path configuration;
    private final Findings findings;

    NamedFiles(StackService service, Path configuration, Findings findings) {
        this.service = service;
        this.configuration = configuration;
        this.findings = findings;
    }

    /** Returns the files, in the order of their patterns; says which patterns lead nowhere. */
    List<Path> rules(List<ServerFiles.Placed> patterns) {
        List<Path> found = new ArrayList<>();
        for (ServerFiles.Placed pattern : patterns) {
            Optional<Path> outside = outside(pattern.text());
            if (outside.isEmpty()) {
                findings.error(
                        service,
                        pattern.place(),
                        "the rule files " + pattern.text() + " are outside the folders that " + service.name()
                                + " mounts",
                        "put them next to its configuration file");
                continue;
            }
            List<Path> files = matching(outside.get());
            if (files.isEmpty()) {
                findings.warning(service, pattern.place(), "no rule file matches " + outside.get(), "");
            }
            found.addAll(files);
        }
        return found.stream().distinct().toList();
    }

    /** Returns files of targets; one that is not there yet may come while Prometheus runs. */
    List<Path> targets(ServerFiles.TargetFiles wanted) {
        Optional<Path> outside = outside(wanted.pattern());
        if (outside.isEmpty()) {
            findings.info(
                    service,
                    wanted.place(),
                    "not checked: the target files " + wanted.pattern() + ": " + service.name()
                            + " does not mount a folder for them",
                    "");
            return List.of();
        }
        List<Path> files = matching(outside.get());
        if (files.isEmpty()) {
            findings.info(service, wanted.place(), "no target file matches " + outside.get() + " yet", "");
        }
        return files;
    }

    /** A relative path begins at the folder of the configuration, as the server sees it. */
    private Optional<Path> outside(String pattern) {
        if (service.image().isEmpty()) {
            return Optional.of(configuration.resolveSibling(pattern).normalize());
        }
        String inside = service.configurationInside()
                .map(file -> Path.of(file).resolveSibling(pattern).normalize().toString())
                .orElse(pattern);
        return service.outside(inside);
    }

    /** Prometheus takes a glob in the last part of the path. */
    private static List<Path> matching(Path pattern) {
        Path folder = pattern.resolveSibling(".").normalize();
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, String.valueOf(pattern.getFileName()))) {
            entries.forEach(files::add);
        } catch (IOException e) {
            return List.of();
        }
        return files.stream().filter(Files::isRegularFile).sorted().toList();
    }
}
