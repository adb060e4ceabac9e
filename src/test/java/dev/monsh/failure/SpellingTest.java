package dev.monsh.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "loki,loki,0",
        "lkoi,loki,1",
        "lok,loki,1",
        "lokii,loki,1",
        "lobi,loki,1",
        "'',loki,4",
        "ca,abc,3",
        "prometeus,prometheus,1",
        "password_fiel,password_file,1"
    })
    void aSwapOfNeighboursCountsOneLikeAnyOtherSlip(String a, String b, int expected) {
        assertThat(Spelling.distance(a, b)).isEqualTo(expected);
        assertThat(Spelling.distance(b, a)).isEqualTo(expected);
    }

    @Test
    void theNearestIsFoundWithoutRegardToCase() {
        assertThat(Spelling.nearest("PROMETHUES", List.of("loki", "prometheus")))
                .contains("prometheus");
    }

    @Test
    void ofEquallyNearOnesTheFirstIsTaken() {
        assertThat(Spelling.nearest("odk3", List.of("odk1", "odk2"))).contains("odk1");
    }

    @Test
    void nothingIsSuggestedThatWasHardlyMeant() {
        assertThat(Spelling.nearest("alertmanager", List.of("loki", "url"))).isEmpty();
        assertThat(Spelling.nearest("a", List.of("b"))).isEmpty();
        assertThat(Spelling.nearest("loki", List.of())).isEmpty();
    }
}
