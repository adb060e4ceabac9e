package dev.monsh.logs.target;

import dev.monsh.logs.files.PathGlob;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** The files of a target on this machine: the path of one, or a glob. */
public final class LogPath {

    private final String text;
    private final PathGlob glob;

    private LogPath(String text) {
        this.text = text;
        this.glob = new PathGlob(text);
    }

    /** Takes an absolute path or glob. */
    public static LogPath of(String text) {
        return new LogPath(text);
    }

    /** Returns whether it is a glob, and not just the path of one file. */
    public boolean isGlob() {
        return glob.depth() > 0;
    }

    /** Returns the deepest folder that all its files are in. */
    public String folder() {
        Path folder = isGlob() ? glob.root() : glob.root().getParent();
        return folder == null ? "/" : folder.toString();
    }

    /** Returns whether an absolute path is one of its files. */
    public boolean matches(String path) {
        return glob.matches(Path.of(path));
    }

    /** Returns its files that are there now, in the order of their paths; folders that can't be read have none. */
    public Set<Path> find() {
        Set<Path> found = new TreeSet<>();
        if (!isGlob()) {
            if (Files.exists(Path.of(text))) {
                found.add(Path.of(text));
            }
            return found;
        }
        try {
            Files.walkFileTree(glob.root(), EnumSet.noneOf(FileVisitOption.class), glob.depth(), new Finder(found));
        } catch (IOException e) {
            // the visitor passes over what can't be read, and throws nothing itself
        }
        return found;
    }

    private final class Finder extends SimpleFileVisitor<Path> {
        private final Set<Path> found;

        Finder(Set<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (glob.matches(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
