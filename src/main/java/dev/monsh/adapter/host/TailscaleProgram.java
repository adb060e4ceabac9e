package dev.monsh.adapter.host;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.tailnet.Tailnet;
import dev.monsh.tailnet.TailnetSource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks the program {@code tailscale} of this machine. */
public final class TailscaleProgram implements TailnetSource {

    private static final String PLACE = Tailnet.HERE;
    /** A tailnet of thousands of machines fits into it. */
    private static final int LONGEST = 32 * 1024 * 1024;

    private final Optional<Path> program;
    private final String searched;
    private final Duration limit;

    private TailscaleProgram(Optional<Path> program, String searched, Duration limit) {
        this.program = program;
        this.searched = searched;
        this.limit = limit;
    }

    /** Takes the program's own path. */
    public static TailscaleProgram at(Path program, Duration limit) {
        return new TailscaleProgram(
                Optional.of(program).filter(TailscaleProgram::isProgram), "there is no program " + program, limit);
    }

    /** Looks for it in the folders of a search path such as PATH. */
    public static TailscaleProgram on(String searchPath, Duration limit) {
        Optional<Path> found = Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "tailscale"))
                .filter(TailscaleProgram::isProgram)
                .findFirst();
        return new TailscaleProgram(found, "there is no program tailscale on PATH", limit);
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    @Override
    public Tailnet read() {
        Path path = program.orElseThrow(() -> new UnreachableException(
                "tailscale on " + PLACE,
                searched + ": install Tailscale, or name the program with --program FILE",
                "monsh help tailscale status"));
        return TailscaleStatus.read(PLACE, run(path));
    }

    private String run(Path path) {
        Process process = start(path);
        try {
            CompletableFuture<byte[]> out = drained(process.getInputStream());
            CompletableFuture<byte[]> err = drained(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimedOutException(
                        "tailscale on " + PLACE, "no answer within " + limit.toMillis() / 1000.0 + " s");
            }
            if (process.exitValue() != 0) {
                throw silent(text(err), process.exitValue());
            }
            return text(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("tailscale on " + PLACE, "interrupted", null, e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(Path path) {
        try {
            return new ProcessBuilder(List.of(path.toString(), "status", "--json"))
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            throw new UnreachableException("tailscale on " + PLACE, path + " can't be run: " + e.getMessage(), null, e);
        }
    }

    /** The program fails where its daemon does not run or does not let this user ask; it says which. */
    private static MonshException silent(String complaint, int status) {
        String said = complaint.strip().replaceAll("\\s*\\R\\s*", "; ");
        return new UnreachableException(
                "tailscale on " + PLACE,
                said.isEmpty() ? "the program ended with status " + status : said,
                "sudo systemctl start tailscaled");
    }

    private static CompletableFuture<byte[]> drained(InputStream in) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (in) {
                        return in.readNBytes(LONGEST);
                    } catch (IOException e) {
                        // what came is judged by the exit status, and as JSON
                        return new byte[0];
                    }
                },
                task -> Thread.ofVirtual().name("tailscale").start(task));
    }

    /** A child of the program may keep its output open for ever. */
    private static String text(CompletableFuture<byte[]> stream) {
        return new String(
                stream.completeOnTimeout(new byte[0], 2, TimeUnit.SECONDS).join(), StandardCharsets.UTF_8);
    }
}
