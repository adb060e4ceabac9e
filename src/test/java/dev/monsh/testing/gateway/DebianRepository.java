package dev.monsh.testing.gateway;

import dev.monsh.testing.Distribution;
import dev.monsh.testing.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that apt takes packages from. */
final class DebianRepository {

    private DebianRepository() {}

    /** Returns a folder with the packages of nginx, fetched once by the machine's own apt; skips the test where it can't be. */
    static Path packages() {
        Path folder = Distribution.project().resolve("target/debian-packages");
        String script = """
                set -e
                mkdir -p FOLDER && cd FOLDER
                [ ! -e complete ] || exit 0
                cp /var/cache/apt/archives/nginx_*.deb /var/cache/apt/archives/nginx-common_*.deb . 2>/dev/null || true
                own=$(dpkg-query -W -f '${Version}' nginx 2>/dev/null | tr -d '\\n')
                ls nginx_"$own"_*.deb nginx-common_"$own"_*.deb >/dev/null 2>&1 || {
                    rm -f ./*.deb
                    mkdir -p lists/partial cache/archives/partial
                    set -- -qq -o APT::Sandbox::User=root -o Dir::State::Lists=$PWD/lists -o Dir::Cache=$PWD/cache
                    timeout 100 apt-get "$@" update && timeout 100 apt-get "$@" download nginx nginx-common
                }
                ls nginx_*.deb nginx-common_*.deb >/dev/null
                : >complete
                """.replace("FOLDER", folder.toString());
        try {
            Files.createDirectories(folder);
            Path file = LabFiles.write(folder.resolve("fetch"), script, "rwxr-xr-x");
            Process process = new ProcessBuilder("/bin/sh", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("fetch.log").toFile())
                    .start();
            boolean fetched = process.waitFor() == 0;
            Needed.here(fetched, "the packages of nginx can't be fetched: see " + folder.resolve("fetch.log"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Makes a flat repository out of a folder with packages. */
    static void of(Path packages, Path folder) {
        LabFiles.run(List.of(
                "/bin/sh", "-c", """
                set -e
                mkdir -p FOLDER
                cp PACKAGES/*.deb FOLDER
                cd FOLDER
                for each in *.deb; do
                    dpkg-deb -f "$each"
                    printf 'Filename: ./%s\\nSize: %s\\nSHA256: %s\\n\\n' "$each" "$(stat -c %s "$each")" "$(sha256sum "$each" | cut -c 1-64)"
                done >Packages
                """.replace("FOLDER", folder.toString()).replace("PACKAGES", packages.toString())));
    }
}
