package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangedCellsTest {

    private final ChangedCells cells = new ChangedCells(40, 4);

    @Test
    void whatDiffersIsInReverseVideo() {
        assertThat(cells.marked("cpu  user  1.04\ncpu  idle  2\n", "cpu  user  1.10\ncpu  idle  2\n", true))
                .isEqualTo("cpu  user  \u001b[7m1.10\u001b[0m\ncpu  idle  2\n");
    }

    @Test
    void aRowThatIsAddedDoesNotMarkTheRowsBelowIt() {
        assertThat(cells.marked("a  1\nc  3\n", "a  1\nb  2\nc  3\n", true))
                .isEqualTo("a  1\n\u001b[7mb\u001b[0m  \u001b[7m2\u001b[0m\nc  3\n");
    }

    @Test
    void theFirstRoundAndATerminalWithoutEscapesHaveNoMarks() {
        assertThat(cells.marked("", "a  1\n", true)).isEqualTo("a  1\n");
        assertThat(cells.marked("a  1\n", "a  2\n", false)).isEqualTo("a  2\n");
    }

    @Test
    void whatDoesNotFitIsCounted() {
        assertThat(cells.marked("", "1\n2\n3\n4\n5\n6\n", true)).isEqualTo("1\n2\n3\n(3 more lines)\n");
    }
}
