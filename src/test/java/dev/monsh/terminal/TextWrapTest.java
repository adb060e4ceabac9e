package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWrapTest {

    @Test
    void linesBreakBetweenWords() {
        assertThat(TextWrap.lines("type help for commands", 12)).containsExactly("type help", "for commands");
        assertThat(TextWrap.lines("monsh, the console of the process monitor", 40))
                .containsExactly("monsh, the console of the process", "monitor");
        assertThat(TextWrap.lines("", 5)).containsExactly("");
        assertThat(TextWrap.lines("日本 語日本", 5)).containsExactly("日本", "語日", "本");
    }

    @Test
    void aWordThatIsLongerThanALineBreaksAfterPunctuation() {
        assertThat(TextWrap.lines("/etc/nginx/ssl_certificate.pem", 16))
                .containsExactly("/etc/nginx/ssl_", "certificate.pem");
        assertThat(TextWrap.lines("aaaaaaaaaa", 4)).containsExactly("aaaa", "aaaa", "aa");
    }

    @Test
    void whatIsToBeCopiedStaysWhole() {
        assertThat(TextWrap.whole("see http://localhost:9090/graph now", 10))
                .containsExactly("see", "http://localhost:9090/graph", "now");
    }

    @Test
    void blanksAtTheBeginningStay() {
        assertThat(TextWrap.lines("  a  b", 4)).containsExactly("  a", "b");
        assertThat(TextWrap.whole("  long-word", 4)).containsExactly("  long-word");
    }

    @Test
    void paragraphsAreFilledAndStayApart() {
        assertThat(TextWrap.paragraphs("a b\nc d\n\ne", 5)).containsExactly("a b c", "d", "", "e");
    }
}
