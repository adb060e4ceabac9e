package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Distribution;
import dev.monsh.testing.Ended;
import dev.monsh.testing.FaultyServer;
import dev.monsh.testing.Launched;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of argv reach a command unchanged: the server tells what came. */
class ArgvIT {

    private static final List<String> WORDS = List.of(
            "a b",
            " blanks  around ",
            "'single' \"double\" `back`",
            "back\\slash \\\\ \\n",
            "$HOME ${HOME} $(id) $1 !! ~ *",
            "two\nlines\n",
            "tab\there\r",
            "ä€日本🙂\u00a0",
            "\u001b[31m",
            "#no comment",
            "{a=\"b c\"} - on(x) y",
            "%s %% &;|<>",
            "");

    @TempDir
    private Path folder;

    private final FaultyServer server =
            FaultyServer.that(FaultyServer.answeringJson("{\"status\":\"success\",\"data\":[]}"));
    private Launched monsh;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder).asking(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String[] series() {
        String[] words = new String[2 + WORDS.size()];
        words[0] = "metrics";
        words[1] = "series";
        for (int i = 0; i < WORDS.size(); i++) {
            words[2 + i] = WORDS.get(i);
        }
        return words;
    }

    private void assertUnchanged(Ended ended) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(server.asked().getLast().parameters("match[]")).isEqualTo(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C.UTF-8", "C", "POSIX", "de_DE.UTF-8", "ja_JP.eucJP", "xx_XX", "nonsense"})
    void wordsReachACommandUnchangedUnderEveryLocale(String locale) {
        assertUnchanged(monsh.with("LC_ALL", locale).run(series()));
        assertUnchanged(monsh.with("LANG", locale).run(series()));
    }

    @Test
    void wordsReachACommandUnchangedWithoutAnyLocale() {
        assertUnchanged(monsh.without("LANG").run(series()));
    }

    @Test
    void theSourceTreesLauncherHandsWordsOnUnchanged() {
        // the distribution that is tested is the one that it starts: nothing is built anew
        Path launcher = Distribution.project().resolve("monsh");

        assertUnchanged(monsh.by(launcher.toString()).run(series()));
    }

    @Test
    void anExpressionIsSentAsTheStringThatItIs() {
        String expression = "x{a=\"b c\"} - on(x) y";
        monsh.run("query", expression);

        assertThat(server.asked().getLast().parameters("query")).containsExactly(expression);
        assertThat(server.asked().getLast().head()).startsWith("POST /api/v1/query ");
    }

    @Test
    void optionsTakeTheirValuesInEveryForm() {
        for (String call : List.of(
                "query --output=json up",
                "query --output json up",
                "query -ojson up",
                "query -o json up",
                "-o json query up",
                "--output=json query up",
                "query up -o json",
                "query -qojson up",
                "query -o json -- up",
                "query -o csv -o json up")) {
            Ended ended = monsh.shell("monsh " + call);
            assertThat(ended.out()).describedAs(call).isEqualTo("[]\n");
        }
        assertThat(monsh.run("query", "--at=2026-11-22 10:30", "up", "-o", "json")
                        .code())
                .isZero();
        assertThat(server.asked().getLast().parameters("time")).containsExactly("1795343400");
    }

    @Test
    void fileNamesThatAreNotAsciiAreFound() {
        monsh.file("größe 日本.monsh", "query 'ä'\n");

        assertThat(monsh.with("LC_ALL", "C").run("run", "größe 日本.monsh").err()).doesNotContain("no such file");
        assertThat(server.asked().getLast().parameters("query")).containsExactly("ä");
    }
}
