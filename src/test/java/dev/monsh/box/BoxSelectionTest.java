package dev.monsh.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxSelectionTest {

    private static final List<String> KNOWN = List.of("odk04", "site-a", "site-b", "lab.1");

    @Test
    void allIsEveryBoxInItsOrder() {
        assertThat(BoxSelection.of("all", KNOWN)).containsExactlyElementsOf(KNOWN);
    }

    @Test
    void namesAndPatternsAreJoinedEachOnce() {
        assertThat(BoxSelection.of("site-b, site-*,odk04", KNOWN)).containsExactly("site-b", "site-a", "odk04");
    }

    @Test
    void onlyTheStarHasAMeaningOfItsOwn() {
        assertThatThrownBy(() -> BoxSelection.of("labx1", KNOWN)).isInstanceOf(UsageException.class);
        assertThat(BoxSelection.of("lab.*", KNOWN)).containsExactly("lab.1");
    }

    @Test
    void aPartThatMeansNoBoxIsAnError() {
        assertThatThrownBy(() -> BoxSelection.of("odk04,sitea", KNOWN))
                .hasMessageContaining("box 'sitea'")
                .hasMessageContaining("did you mean 'site-a'?");
    }

    @Test
    void oneNameIsNotSeveralEvenWhereItLooksLikeIt() {
        assertThat(BoxSelection.isSeveral("odk04", KNOWN)).isFalse();
        assertThat(BoxSelection.isSeveral("a,b", List.of("a,b", "c"))).isFalse();
        assertThat(BoxSelection.isSeveral("site-*", KNOWN)).isTrue();
        assertThat(BoxSelection.isSeveral("all", KNOWN)).isTrue();
        assertThat(BoxSelection.isSeveral("all", List.of("all"))).isFalse();
    }
}
