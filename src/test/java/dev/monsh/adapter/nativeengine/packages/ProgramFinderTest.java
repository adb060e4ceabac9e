package dev.monsh.adapter.nativeengine.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.nativeengine.MonshFolders;
import dev.monsh.os.SearchPath;
import dev.monsh.stack.Service;
import dev.monsh.testing.ScriptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFinderTest {

    @TempDir
    Path folder;

    private ProgramFinder finder(String path) {
        return new ProgramFinder(SearchPath.of(Map.of("PATH", path)), folder.resolve("packages"));
    }

    private ScriptFolder scripts(String name) {
        return new ScriptFolder(folder.resolve(name));
    }

    @Test
    void theFirstFolderOfPathWins() throws IOException {
        Path first = scripts("a").program("prometheus", "");
        scripts("b").program("prometheus", "");
        assertThat(finder(folder + "/a:" + folder + "/b").find(Service.PROMETHEUS))
                .contains(first);
    }

    @Test
    void bothNamesOfTheExporterAreFound() throws IOException {
        Path plain = scripts("a").program("process-exporter", "");
        assertThat(finder(folder + "/a").find(Service.PROCESS_EXPORTER)).contains(plain);
        Path debians = scripts("a").program("prometheus-process-exporter", "");
        assertThat(finder(folder + "/a").find(Service.PROCESS_EXPORTER)).contains(debians);
    }

    @Test
    void aFetchedPackageIsUsedOnlyWhenPathHasNothing() throws IOException {
        Path fetched = scripts("packages/prometheus/usr/bin").program("prometheus", "");
        assertThat(finder(folder + "/a").find(Service.PROMETHEUS)).contains(fetched);
        Path installed = scripts("a").program("prometheus", "");
        assertThat(finder(folder + "/a").find(Service.PROMETHEUS)).contains(installed);
    }

    @Test
    void aFolderOrAFileThatCannotBeRunIsNoProgram() throws IOException {
        Files.createDirectories(folder.resolve("a/prometheus"));
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/prometheus"), "text");
        assertThat(finder(folder + "/a:" + folder + "/b:relative::\0").find(Service.PROMETHEUS))
                .isEmpty();
    }

    @Test
    void theXdgVariablesMoveMonshsFoldersWhenTheyAreAbsolute() {
        Path home = Path.of("/home/u");
        MonshFolders usual = new MonshFolders(Map.of("XDG_DATA_HOME", "relative", "XDG_CACHE_HOME", ""), home);
        assertThat(usual.demo()).isEqualTo(Path.of("/home/u/.local/share/monsh/demo"));
        assertThat(usual.packages()).isEqualTo(Path.of("/home/u/.cache/monsh/packages"));
        MonshFolders moved = new MonshFolders(Map.of("XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/c"), home);
        assertThat(moved.demo()).isEqualTo(Path.of("/d/monsh/demo"));
        assertThat(moved.packages()).isEqualTo(Path.of("/c/monsh/packages"));
    }
}
