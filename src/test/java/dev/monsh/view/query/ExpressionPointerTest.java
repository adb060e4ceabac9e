package dev.monsh.view.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionPointerTest {

    @Test
    void theCaretStandsUnderTheCharacter() {
        assertThat(ExpressionPointer.point("{a=\"b\" c}", 1, 8)).isEqualTo("{a=\"b\" c}\n       ^");
        assertThat(ExpressionPointer.point("{a=\n  b}", 2, 3)).isEqualTo("  b}\n  ^");
    }

    @Test
    void wideCharactersAndTabsTakeTheColumnsThatTheyAreShownIn() {
        assertThat(ExpressionPointer.point("日\t🙂x", 1, 4)).isEqualTo("日\\t🙂x\n      ^");
    }

    @Test
    void aPlaceBehindTheEndIsTheEnd() {
        assertThat(ExpressionPointer.point("{", 1, 9)).isEqualTo("{\n ^");
        assertThat(ExpressionPointer.point("{", 2, 1)).isEmpty();
        assertThat(ExpressionPointer.point("{", 1, 0)).isEmpty();
    }
}
