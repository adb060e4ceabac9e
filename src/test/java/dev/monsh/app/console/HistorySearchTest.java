package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistorySearchTest {

    /** {@code <} is Ctrl-R, {@code >} Ctrl-S, {@code -} Backspace. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "up,       query sum(up),  false",
                "up<,      query up,       false",
                "up<<,     up,             false",
                "up<<<,    §§,             true",
                "up<<>,    query up,       false",
                "up>,      query sum(up),  false",
                "SUM,      query sum(up),  false",
                "sumx,     §§,             true",
                "sumx-,    query sum(up),  false",
                "u-,       §§,             false",
                "<,        §§,             false",
                // the same line is shown once
                "vers<,    §§,             true"
            })
    void theNewestLineComesFirst(String keys, String line, boolean failing) {
        HistorySearch search = new HistorySearch(List.of("up", "version", "query up", "version", "query sum(up)"));
        for (char key : keys.toCharArray()) {
            switch (key) {
                case '<' -> search.older();
                case '>' -> search.newer();
                case '-' -> search.erase();
                default -> search.type(key);
            }
        }
        assertThat(search.line()).isEqualTo(line);
        assertThat(search.isFailing()).isEqualTo(failing);
    }
}
