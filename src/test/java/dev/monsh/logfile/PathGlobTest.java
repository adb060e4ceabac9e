package dev.monsh.logfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/a/b.log /a/b.log true",
                "/a/*.log /a/b.log true",
                "/a/*.log /a/b/c.log false",
                "/a/*.log /a/.log true",
                "/a/?.log /a/bb.log false",
                "/a/**/c.log /a/c.log true",
                "/a/**/c.log /a/b/b/c.log true",
                "/a/** /a/b/c true",
                "/a/[a-c]x /a/bx true",
                "/a/[^a-c]x /a/bx false",
                "/a/[^a-c]x /a/dx true",
                "/a/{x,y}.log /a/y.log true",
                "/a/{x,{y,z}q}.log /a/zq.log true",
                "/a/{x,y}.log /a/z.log false",
                "/{a/b,c}/d /a/b/d true",
                "/a/x+(1).log /a/x+(1).log true",
                "/a/\\*.log /a/b.log false",
                "/a/\\*.log /a/*.log true"
            })
    void matchesAsPromtailsLibraryDoes(String glob, String path, boolean matches) {
        assertThat(PathGlob.of(glob).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b/c.log, /a/b, false",
        "/a/b*/c.log, /a, true",
        "/a/b/*.log, /a/b, true",
        "/*.log, /, true",
        "/c.log, /, false"
    })
    void knowsTheFolderOfAllItsFiles(String glob, String wanted, boolean isGlob) {
        assertThat(PathGlob.of(glob).folder()).isEqualTo(wanted);
        assertThat(PathGlob.of(glob).isGlob()).isEqualTo(isGlob);
    }

    @Test
    void findsWhatItMatches() throws IOException {
        Path a = Files.createFile(folder.resolve("a.log"));
        Files.createFile(folder.resolve("a.txt"));
        Path deep =
                Files.createFile(Files.createDirectories(folder.resolve("x/y")).resolve("b.log"));

        assertThat(PathGlob.of(folder + "/*.log").find()).isEqualTo(Set.of(a));
        assertThat(PathGlob.of(folder + "/**/*.log").find()).isEqualTo(Set.of(a, deep));
        assertThat(PathGlob.of(folder + "/{a,b}.log").find()).isEqualTo(Set.of(a));
        assertThat(PathGlob.of(folder + "/a.log").find()).isEqualTo(Set.of(a));
        assertThat(PathGlob.of(folder + "/none/*.log").find()).isEmpty();
    }
}
