package dev.monsh.logs.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/logs/a.log /logs/a.log true",
                "/logs/a.log /logs/aXlog false",
                "/logs/*.log /logs/a.log true",
                "/logs/*.log /logs/sub/a.log false",
                "/logs/**/*.log /logs/a.log true",
                "/logs/**/*.log /logs/x/y/a.log true",
                "/logs/** /logs/x/y/a.log true",
                "/logs/a?.log /logs/ab.log true",
                "/logs/a?.log /logs/a/.log false",
                "/logs/[a-c]1.log /logs/b1.log true",
                "/logs/[^a-c]1.log /logs/b1.log false",
                "/logs/[!a-c]1.log /logs/d1.log true",
                "/logs/{a,b*}.log /logs/bcd.log true",
                "/logs/{a,b*}.log /logs/c.log false",
                "/logs/\\*.log /logs/*.log true",
                "/logs/\\*.log /logs/a.log false",
                "/logs/(a+).log /logs/(a+).log true"
            })
    void pathsFitAsInPromtail(String glob, String path, boolean fits) {
        assertThat(new PathGlob(glob).matches(Path.of(path))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/a/**.log /a/b.log true",
                "/a/**.log /a/x/b.log false",
                "/a/***.log /a/x/b.log false",
                "/a/x**/b /a/xyz/b true",
                "/a/x**/b /a/x/y/b false",
                "/a/**x/b /a/y/x/b false",
                "/a/**/b /a/b true",
                "/a/**/**/b /a/x/b true",
                "/a/** /a true",
                "/a/{x,{y,z}q}.log /a/zq.log true",
                "/{a/b,c}/d /a/b/d true",
                "/a/{x/**/,}b /a/x/y/b true",
                "/a/[z-a] /a/b false",
                "/a/[^z-a] /a/b true",
                "/a/[a-] /a/- true",
                "/a/[a-c-e] /a/- true",
                "/a/[a-c-e] /a/d false",
                "/a/[\\]] /a/] true",
                "/a/[^a]b /a/xb true",
                "/a/[é-ü] /a/ö true",
                "/a/app[1].log /a/app1.log true",
                "/a/app[1].log /a/app[1].log true",
                "./a/*.log a/b.log true",
                "/a/*.log a/b.log false"
            })
    void doubledStarsAndClassesFitAsInDoublestar(String glob, String path, boolean fits) {
        assertThat(new PathGlob(glob).fault()).isEmpty();
        assertThat(new PathGlob(glob).matches(Path.of(path))).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/[ab", "/a/[", "/a/[]", "/a/[^]", "/a/[]a]", "/a/{b", "/a/b}", "/a/{b,c}}", "/a/b\\"})
    void patternsThatDoublestarCallsASyntaxErrorAreFaults(String glob) {
        assertThat(new PathGlob(glob).fault()).contains("syntax error in pattern");
        assertThat(new PathGlob(glob).find()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b/c.log, /a/b, false",
        "/a/b*/c.log, /a, true",
        "/a/b/*.log, /a/b, true",
        "/*.log, /, true",
        "/c.log, /, false",
        "*.log, ., true"
    })
    void knowsTheFolderOfAllItsFiles(String glob, String wanted, boolean isGlob) {
        assertThat(new PathGlob(glob).folder()).hasToString(wanted);
        assertThat(new PathGlob(glob).isGlob()).isEqualTo(isGlob);
    }

    @Test
    void findsWhatItMatches(@TempDir Path folder) throws IOException {
        Path a = Files.createFile(folder.resolve("a.log"));
        Files.createFile(folder.resolve("a.txt"));
        Path deep =
                Files.createFile(Files.createDirectories(folder.resolve("x/y")).resolve("b.log"));

        assertThat(find(folder + "/*.log")).containsExactly(a);
        assertThat(find(folder + "/**.log")).containsExactly(a);
        assertThat(find(folder + "/**/*.log")).containsExactly(a, deep);
        assertThat(find(folder + "/x/**")).containsExactly(deep);
        assertThat(find(folder + "/{a,b}.log")).containsExactly(a);
        assertThat(find(folder + "/a.log")).containsExactly(a);
        assertThat(find(folder + "/none/*.log")).isEmpty();
    }

    @Test
    void aFileOfExactlyThatNameComesBeforeThePattern(@TempDir Path folder) throws IOException {
        Path literal = Files.createFile(folder.resolve("app[1].log"));
        Path matched = Files.createFile(folder.resolve("app1.log"));

        assertThat(find(folder + "/app[1].log")).containsExactly(literal);
        Files.delete(literal);
        assertThat(find(folder + "/app[1].log")).containsExactly(matched);
        Path unclosed = Files.createFile(folder.resolve("[ab"));
        assertThat(find(folder + "/[ab")).containsExactly(unclosed);
    }

    @Test
    void linksToFoldersAreFollowedAndThoseInCirclesEnd(@TempDir Path folder) throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Files.createFile(real.resolve("a.log"));
        Files.createSymbolicLink(folder.resolve("link"), real);
        Files.createSymbolicLink(real.resolve("up"), folder);

        assertThat(find(folder + "/link/*.log")).containsExactly(folder.resolve("link/a.log"));
        assertThat(find(folder + "/l*/a.log")).containsExactly(folder.resolve("link/a.log"));
        assertThat(find(folder + "/**/a.log")).contains(folder.resolve("link/a.log"), folder.resolve("real/a.log"));
    }

    private static Set<Path> find(String glob) {
        return new PathGlob(glob).find();
    }
}
