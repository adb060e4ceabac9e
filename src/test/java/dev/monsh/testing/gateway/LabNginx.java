package dev.monsh.testing.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The lab's nginx: its files, and what of it runs. */
public final class LabNginx {

    private final Path folder;

    LabNginx(Path folder) {
        this.folder = folder;
        LabFiles.write(folder.resolve("nginx.conf"), configuration(), "rw-r--r--");
        LabFiles.write(folder.resolve("sites-enabled/README"), "# the link to the site is beside\n", "rw-r--r--");
        LabFiles.write(site(), "# mappings\n", "rw-r--r--");
        try {
            Files.createSymbolicLink(link(), site());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration() {
        return """
                user root;
                worker_processes 2;
                pid FOLDER/nginx.pid;
                error_log FOLDER/error.log;
                events { worker_connections 256; }
                http {
                    access_log off;
                    client_body_temp_path FOLDER/tmp/body;
                    proxy_temp_path FOLDER/tmp/proxy;
                    fastcgi_temp_path FOLDER/tmp/fastcgi;
                    uwsgi_temp_path FOLDER/tmp/uwsgi;
                    scgi_temp_path FOLDER/tmp/scgi;
                    include FOLDER/sites-enabled/*;
                    include FOLDER/../small/*.conf;
                }
                """.replace(
                        "FOLDER",
                        LabFiles.write(folder.resolve("tmp/README"), "", "rw-r--r--")
                                .getParent()
                                .getParent()
                                .toString());
    }

    /** Returns the file with the mappings. */
    public Path site() {
        return folder.resolve("sites-available/monitoring-proxy");
    }

    /** Returns the link to it, which nginx includes. */
    public Path link() {
        return folder.resolve("sites-enabled/monitoring-proxy");
    }

    public Path errorLog() {
        return folder.resolve("error.log");
    }

    public Path pidFile() {
        return folder.resolve("nginx.pid");
    }

    /** Returns the pid of the master that runs. */
    public Optional<Long> master() {
        try {
            return Optional.of(LabFiles.read(pidFile()).strip())
                    .filter(pid -> pid.matches("\\d+"))
                    .map(Long::valueOf)
                    .filter(pid -> ProcessHandle.of(pid).isPresent());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Returns the pids of all its workers, those included that are ending their last connections. */
    public List<Long> workers() {
        return master().flatMap(ProcessHandle::of)
                .map(handle ->
                        handle.children().map(ProcessHandle::pid).sorted().toList())
                .orElse(List.of());
    }

    /** Puts a site in place behind the back of everybody, and has nginx take it. */
    public void force(String text) {
        LabFiles.write(site(), text, "rw-r--r--");
        List<Long> before = workers();
        master().ifPresent(pid -> LabFiles.run(List.of("/bin/kill", "-HUP", pid.toString())));
        LabFiles.await("new workers", Duration.ofSeconds(10), () -> {
            List<Long> now = workers();
            return !now.isEmpty() && now.stream().noneMatch(before::contains);
        });
    }

    void stop() {
        master().flatMap(ProcessHandle::of).ifPresent(handle -> {
            handle.destroy();
            LabFiles.await("the end of nginx", Duration.ofSeconds(10), () -> !handle.isAlive());
        });
    }
}
