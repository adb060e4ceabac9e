package dev.monsh.adapter.nativeengine.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.SearchPath;
import dev.monsh.stack.Service;
import dev.monsh.stack.engine.Progress;
import dev.monsh.testing.RecordedProgress;
import dev.monsh.testing.ScriptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackagesTest {

    /** Writes each call down; knows packages by the machine's lists, or only after an update into the own ones. */
    private static final String APT = """
            echo "$*" >> "$CALLS"
            lists= command= names=
            while [ $# -gt 0 ]; do
                case $1 in
                    -o) case $2 in Dir::State::Lists=*) lists=${2#*=} ;; Dir::Cache=*) cache=${2#*=} ;; esac; shift ;;
                    -c) conf=$2; shift ;;
                    -q) ;;
                    update|download) command=$1 ;;
                    *) names="$names $1" ;;
                esac
                shift
            done
            [ -r "$conf" ] && [ -d "$cache/archives/partial" ] || { echo "E: bad folders"; exit 100; }
            if [ $command = update ]; then
                [ -d "$lists/partial" ] || { echo "E: no partial"; exit 100; }
                [ -z "$OFFLINE" ] || { echo "W: Failed to fetch somewhere  Could not resolve"; exit 0; }
                touch "$lists/known"; exit 0
            fi
            if [ -z "$KNOWN" ] && ! [ -e "$lists/known" ]; then
                echo "E: Unable to locate package$names"; exit 100
            fi
            for name in $names; do echo "$name" > "${name}_1.0_all.deb"; done
            """;

    private static final String DPKG = """
            [ -z "$BROKEN" ] || { echo "dpkg-deb: error: '$2' is not a Debian format archive" >&2; exit 2; }
            mkdir -p "$3/usr/bin" && printf '#!/bin/sh\\n' > "$3/usr/bin/$(cat "$2")" && chmod +x "$3/usr/bin/$(cat "$2")"
            """;

    private static final List<String> BOTH = List.of("prometheus", "prometheus-process-exporter");

    @TempDir
    Path temporary;

    private final RecordedProgress progress = new RecordedProgress();
    private Path folder = Path.of("");
    private Path calls = Path.of("");

    @BeforeEach
    void writePrograms() throws IOException {
        ScriptFolder scripts = new ScriptFolder(temporary.resolve("bin"));
        scripts.program("apt-get", APT);
        scripts.program("dpkg", DPKG);
        folder = temporary.resolve("a cache/packages");
        calls = temporary.resolve("calls");
    }

    private DebianPackages packages(Map<String, String> variables) {
        Map<String, String> environment = new java.util.HashMap<>(variables);
        environment.put("PATH", temporary.resolve("bin") + ":/usr/bin:/bin");
        environment.put("CALLS", calls.toString());
        return new DebianPackages(folder, environment);
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theMachinesOwnListsAreTriedFirst() throws IOException {
        packages(Map.of("KNOWN", "1")).fetch(BOTH, progress);
        assertThat(left()).containsExactlyElementsOf(BOTH);
        assertThat(Files.readAllLines(calls)).singleElement().asString().doesNotContain("Dir::State::Lists");
        assertThat(progress.of(Progress.Fetched.class)).singleElement().satisfies(fetched -> {
            assertThat(fetched.what()).isEqualTo("prometheus and prometheus-process-exporter");
            assertThat(fetched.bytes()).isPositive();
        });
        ProgramFinder finder = new ProgramFinder(new SearchPath(List.of()), folder);
        assertThat(finder.find(Service.PROMETHEUS)).contains(folder.resolve("prometheus/usr/bin/prometheus"));
        assertThat(finder.find(Service.PROCESS_EXPORTER)).isPresent();
    }

    @Test
    void aMachineWithoutListsGetsFreshOnesInMonshsFolderAndKeepsNone() throws IOException {
        packages(Map.of()).fetch(BOTH, progress);
        assertThat(left()).containsExactlyElementsOf(BOTH);
        assertThat(Files.readAllLines(calls)).hasSize(3);
        assertThat(progress.of(Progress.Fetching.class))
                .extracting(Progress.Fetching::what)
                .contains("the package lists");
    }

    @Test
    void onlyWhatIsMissingIsFetched() throws IOException {
        packages(Map.of("KNOWN", "1")).fetch(List.of("prometheus"), progress);
        Files.delete(calls);
        packages(Map.of("KNOWN", "1")).fetch(BOTH, progress);
        assertThat(Files.readString(calls)).endsWith("download prometheus-process-exporter\n");
        Files.delete(calls);
        packages(Map.of("KNOWN", "1")).fetch(BOTH, progress);
        assertThat(calls).doesNotExist();
    }

    @Test
    void aptsOwnLineAndTheInstallCommandAreInTheFailure() throws IOException {
        assertThatThrownBy(() -> packages(Map.of("OFFLINE", "1")).fetch(BOTH, progress))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("prometheus and prometheus-process-exporter: not on this machine, and apt-get could not"
                        + " fetch it: W: Failed to fetch somewhere  Could not resolve")
                .extracting(failure -> ((MonshException) failure).next())
                .isEqualTo(new NextStep.Text("sudo apt install prometheus prometheus-process-exporter"));
        assertThat(left()).isEmpty();
    }

    @Test
    void aPackageThatCannotBeUnpackedNeverLooksComplete() throws IOException {
        assertThatThrownBy(() -> packages(Map.of("KNOWN", "1", "BROKEN", "1")).fetch(BOTH, progress))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("dpkg could not unpack it: dpkg-deb: error:");
        assertThat(left()).isEmpty();
    }

    @Test
    void whatAKilledMonshLeftIsSweptAndNotTakenForAPackage() throws IOException {
        Files.createDirectories(folder.resolve(".unfinished-1/prometheus/usr/bin"));
        packages(Map.of("KNOWN", "1")).fetch(List.of("prometheus"), progress);
        assertThat(left()).containsExactly("prometheus");
    }

    @Test
    void aMachineWithoutAptIsToldWhatToInstall() {
        DebianPackages packages = new DebianPackages(folder, Map.of("PATH", temporary.toString()));
        assertThatThrownBy(() -> packages.fetch(BOTH, progress))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("apt-get not found");
    }

    @Test
    void anInterruptEndsTheDownloadAndLeavesNothing() throws IOException {
        new ScriptFolder(temporary.resolve("bin")).program("apt-get", "exec sleep 60");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> packages(Map.of()).fetch(BOTH, progress))
                .isInstanceOf(InterruptedByUserException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
