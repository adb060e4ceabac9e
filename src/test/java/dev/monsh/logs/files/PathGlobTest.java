package dev.monsh.logs.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "/logs/[.log /logs/[.log true",
                "/logs/(a+).log /logs/(a+).log true"
            })
    void pathsFitAsInPromtail(String glob, String path, boolean fits) {
        assertThat(new PathGlob(glob).matches(Path.of(path))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "/logs/a.log, /logs/a.log, 0",
        "/logs/*.log, /logs, 1",
        "/*.log, /, 1",
        "/a/b*/c/*.log, /a, 3",
        "/a/**/x, /a, 2147483647"
    })
    void theSearchBeginsWhereTheFirstWildcardStands(String glob, String root, int depth) {
        assertThat(new PathGlob(glob).root()).hasToString(root);
        assertThat(new PathGlob(glob).depth()).isEqualTo(depth);
    }
}
