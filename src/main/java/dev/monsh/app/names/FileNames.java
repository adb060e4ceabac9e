package dev.monsh.app.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files and folders that a path can be completed to. */
record FileNames(Path workingFolder) {

    /** Returns them as they are written behind the prefix, folders with a slash at the end; hidden ones if asked for. */
    List<String> of(String prefix, boolean foldersOnly) {
        int slash = prefix.lastIndexOf('/');
        String folder = prefix.substring(0, slash + 1);
        String begin = prefix.substring(slash + 1);
        try (Stream<Path> entries = Files.list(workingFolder.resolve(folder))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(begin))
                    .filter(entry ->
                            !begin.isEmpty() || !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !foldersOnly || Files.isDirectory(entry))
                    .map(entry -> folder + entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
