package dev.monsh.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.adapter.yaml.RelabelRule.Effect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelabelRuleTest {

    private static List<RelabelRule> rules(String list) {
        byte[] bytes = ("relabel_configs: " + list).getBytes(StandardCharsets.UTF_8);
        return RelabelRule.list(
                YamlCursor.root(YamlDocument.parse("x.yml", bytes)).get("relabel_configs"));
    }

    @Test
    void aRuleWithoutAnActionReplaces() {
        assertThat(rules("[{target_label: a, replacement: b}]")).containsExactly(new RelabelRule(Effect.SET, "a", "b"));
    }

    @ParameterizedTest
    @CsvSource({
        "replace, SET",
        "Lowercase, SET",
        "HASHMOD, SET",
        "uppercase, SET",
        "Keep, CHOOSE",
        "drop, CHOOSE",
        "keepequal, CHOOSE",
        "DropEqual, CHOOSE",
        "labelmap, MAP",
        "labeldrop, OTHER",
        "labelkeep, OTHER",
        "invented, OTHER"
    })
    void actionsAreReadInAnyCase(String action, Effect effect) {
        assertThat(rules("[{action: " + action + ", target_label: a}]"))
                .containsExactly(new RelabelRule(effect, "a", ""));
    }

    @Test
    void aNameMadeOfValuesMayBeAnyLabel() {
        RelabelRule made = rules("[{target_label: '${1}'}]").getFirst();
        RelabelRule named = rules("[{target_label: a}]").getFirst();
        RelabelRule compared = rules("[{action: keepequal, target_label: a}]").getFirst();

        assertThat(made.maySet("a")).isTrue();
        assertThat(made.setsNamedLabel()).isFalse();
        assertThat(named.maySet("a")).isTrue();
        assertThat(named.maySet("b")).isFalse();
        assertThat(named.setsNamedLabel()).isTrue();
        assertThat(compared.maySet("a")).isFalse();
        assertThat(compared.setsNamedLabel()).isFalse();
    }

    @Test
    void aliasesAndMergeKeysAreFollowedAndOtherItemsLeftOut() {
        assertThat(rules("[&one {target_label: a}, *one, {<<: *one, action: keep}, text]"))
                .extracting(RelabelRule::effect, RelabelRule::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Effect.SET, "a"),
                        org.assertj.core.groups.Tuple.tuple(Effect.SET, "a"),
                        org.assertj.core.groups.Tuple.tuple(Effect.CHOOSE, "a"));
        assertThat(rules("text")).isEmpty();
    }
}
