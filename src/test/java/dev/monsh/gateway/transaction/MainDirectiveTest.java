package dev.monsh.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pid file that nginx writes, found in a dump of its configuration by the scripts on the gateway. */
class MainDirectiveTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pid /run/nginx.pid;|/run/nginx.pid",
                "# pid /no;~user www-data;~pid   '/run/a b.pid' ; # x|/run/a b.pid",
                "http {~map $x $y {~pid /in/a/map;~default 1;~}~}~pid /main;|/main",
                "http { map $x $y { pid /in/a/map; } }|``",
                "env a=${x};pid /after/a/variable;|/after/a/variable",
                "http { log_format a '{ \\' {'; }~pid \"/quoted\";|/quoted",
                "worker_processes 1;pid/no;~pid /a # not this~;|/a",
                "http { server { location ^ a\\} { return 200 '}'; } } } pid /after/braces;|/after/braces",
                "``|``",
            })
    void theMainContextHasIt(String configuration, String value) throws IOException, InterruptedException {
        Path dump = folder.resolve("dump");
        Files.writeString(dump, "# configuration file /etc/nginx/nginx.conf:\n" + configuration.replace('~', '\n'));
        Path common = Path.of(System.getProperty("user.dir"))
                .resolve("src/main/resources/dev/monsh/gateway/transaction/common.sh");
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        ". \"$1\"; dump=$(cat \"$2\"); main_directive pid",
                        "sh",
                        common.toString(),
                        dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        assertThat(said.strip()).isEqualTo(value);
    }
}
