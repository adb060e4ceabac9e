package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.Loopback;
import dev.monsh.failure.FileFailure;
import dev.monsh.os.AtomicFile;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers' configuration for plain processes. In a Compose network a server reaches another by its service's name, as
 * in {@code process_exporter:9256}; on the machine itself nothing has that name, so a copy of the file is written in which
 * the loopback address and the published port stand instead. It lies beside the original, since servers take relative paths
 * from there.
 */
final class NativeConfiguration {

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.-])([A-Za-z][\\w-]*):(\\d{1,5})(?!\\w)");

    private final Stack stack;

    NativeConfiguration(Stack stack) {
        this.stack = stack;
    }

    /** Returns the file that the service is to be started with: its own where nothing needs another address. */
    Path fileOf(StackService service) {
        Path own = service.configuration().orElseThrow();
        if (service.kind().filter(kind -> kind == Service.PROCESS_EXPORTER).isPresent()) {
            return own;
        }
        String text = read(own);
        String translated = translated(text);
        Path copy = copyOf(own);
        if (translated.equals(text)) {
            delete(copy);
            return own;
        }
        AtomicFile.write(copy, translated, false);
        return copy;
    }

    /** Returns the file that {@link #fileOf} would return, and writes nothing. */
    Path expectedFile(StackService service) {
        Path own = service.configuration().orElseThrow();
        boolean asItIs =
                service.kind().filter(kind -> kind == Service.PROCESS_EXPORTER).isPresent();
        if (asItIs || !Files.isReadable(own)) {
            return own;
        }
        String text = read(own);
        return translated(text).equals(text) ? own : copyOf(own);
    }

    /** Returns the text with each address of a service of this stack as the machine itself reaches it. */
    String translated(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        address(found.group(1), found.group(2)).orElse(found.group())));
    }

    /** Deletes the copies. */
    void clear() {
        stack.services().stream()
                .map(StackService::configuration)
                .flatMap(Optional::stream)
                .forEach(own -> delete(copyOf(own)));
    }

    private Optional<String> address(String name, String target) {
        return stack.services().stream()
                .filter(service -> service.name().equals(name))
                .flatMap(service -> service.ports().stream())
                .filter(port -> Integer.toString(port.target()).equals(target))
                .map(PublishedPort::published)
                .findFirst()
                .map(Loopback::address);
    }

    private static Path copyOf(Path own) {
        return own.resolveSibling("." + own.getFileName() + ".native");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw FileFailure.at(file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileFailure.at(file, e);
        }
    }
}
