package dev.monsh.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real nginx, asked whether it would take a configuration, or run on ports of loopback. */
public final class RealNginx {

    private static final Pattern COMPLAINT =
            Pattern.compile("\\[(emerg|warn)] \\d+#\\d+: (.*?)(?: in (\\S+):(\\d+))?\\s*");

    private final Path binary;
    private final Path folder;

    private RealNginx(Path binary, Path folder) {
        this.binary = binary;
        this.folder = folder;
    }

    /**
     * Finds it in the folder of the system property or variable {@code monsh.it.path}, or on PATH. Without it the test is
     * skipped, but fails where the environment says {@code CI=true}.
     */
    public static RealNginx in(Path folder) {
        String extra = System.getProperty("monsh.it.path", System.getenv().getOrDefault("monsh.it.path", ""));
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
        Optional<Path> binary = Stream.of((extra + File.pathSeparator + path).split(File.pathSeparator))
                .filter(each -> !each.isEmpty())
                .map(each -> Path.of(each, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
        Needed.here(binary.isPresent(), "nginx is not on the PATH or in monsh.it.path");
        return new RealNginx(binary.orElseThrow(), folder);
    }

    /**
     * What it says.
     *
     * @param complaint empty where it accepts without a warning
     * @param line where it stopped; 0 where it did not say
     */
    public record Verdict(boolean accepted, String complaint, int line) {

        /** Tells whether it stopped because of the grammar and not because of what a directive means. */
        public boolean isAboutGrammar() {
            return complaint.startsWith("unexpected ") || complaint.startsWith("too long parameter");
        }
    }

    /** Tests a file that {@code http} includes. */
    public Verdict test(byte[] site) throws IOException, InterruptedException {
        Files.write(folder.resolve("site"), site);
        return test("http { include " + folder.resolve("site") + "; }\n");
    }

    /** Tests a configuration without {@code events}. */
    public Verdict test(String configuration) throws IOException, InterruptedException {
        Process process = builder(configuration, "-t").start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("nginx -t did not end");
        }
        Matcher complaint = COMPLAINT.matcher(said);
        boolean found = complaint.find();
        int line = found && complaint.group(4) != null ? Integer.parseInt(complaint.group(4)) : 0;
        return new Verdict(process.exitValue() == 0, found ? complaint.group(2) : "", line);
    }

    /** Runs a configuration without {@code events} in the foreground; the caller ends it. */
    public Process run(String configuration) throws IOException {
        // a pipe that nobody reads would fill up with its complaints, and then it stands still
        return builder(configuration + "daemon off;\nmaster_process off;\n", "-q")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(String configuration, String option) throws IOException {
        Path main = folder.resolve("nginx.conf");
        Files.writeString(
                main,
                "pid " + folder.resolve("pid") + ";\nevents {}\n"
                        + configuration.replace("http {", "http { " + temporaryFolders()));
        return new ProcessBuilder(List.of(
                        binary.toString(), "-p", folder.toString(), "-e", "stderr", "-c", main.toString(), option))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private String temporaryFolders() {
        StringBuilder text = new StringBuilder("access_log off; ");
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            text.append(kind).append("_temp_path ").append(folder.resolve(kind)).append("; ");
        }
        return text.toString();
    }
}
