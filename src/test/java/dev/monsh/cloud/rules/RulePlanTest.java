package dev.monsh.cloud.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.RuleSource;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.failure.ConflictException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulePlanTest {

    private static InboundRule rule(String id, int first, int last, String from, String description) {
        return new InboundRule(
                id, "sg-1", "tcp", first, last, new RuleSource.Block(Cidr.parse("from", from)), description);
    }

    private static SecurityGroup group(InboundRule... rules) {
        return new SecurityGroup("sg-1", "g", "vpc-1", List.of(rules), Map.of());
    }

    private static List<RuleChange.Action> actions(RulePlan plan) {
        return plan.changes().stream().map(RuleChange::action).toList();
    }

    @Test
    void aRuleInAnotherSpellingIsTheSameRule() {
        RulePlan plan = new RulePlan(group(rule("sgr-1", 9091, 9091, "10.1.2.3/8", "grafana, ask Ana")))
                .open(9091, List.of(Cidr.parse("--from", "10.9.9.9/8")), "Prometheus of aibox-2");
        assertThat(actions(plan)).containsExactly(RuleChange.Action.ALREADY);
    }

    @Test
    void aDescriptionOfOursFollowsTheBoxAndAPersonsStays() {
        RulePlan plan = new RulePlan(group(rule("sgr-1", 9091, 9091, "0.0.0.0/0", "monsh: port 9091")))
                .open(9091, List.of(Cidr.ANYWHERE), "Prometheus of büro <2>");
        assertThat(actions(plan)).containsExactly(RuleChange.Action.RENAME);
        assertThat(plan.changes().getFirst().description()).isEqualTo("monsh: Prometheus of b_ro _2_");
    }

    @Test
    void aRangeThatCoversThePortIsEnough() {
        RulePlan plan =
                new RulePlan(group(rule("sgr-1", 9000, 9100, "0.0.0.0/0", ""))).open(9091, List.of(Cidr.ANYWHERE), "x");
        assertThat(actions(plan)).containsExactly(RuleChange.Action.ALREADY);
    }

    @Test
    void theSameBlockTwiceIsOneRule() {
        RulePlan plan = new RulePlan(group())
                .open(9091, List.of(Cidr.parse("a", "10.0.0.1/8"), Cidr.parse("b", "10.0.0.2/8")), "x");
        assertThat(actions(plan)).containsExactly(RuleChange.Action.OPEN);
    }

    @Test
    void closingTakesEveryRuleOfThePortAndNoOther() {
        RulePlan plan = new RulePlan(group(
                        rule("sgr-1", 9091, 9091, "0.0.0.0/0", ""),
                        rule("sgr-2", 9091, 9091, "10.0.0.0/8", ""),
                        rule("sgr-3", 22, 22, "10.0.0.0/8", "")))
                .close(9091)
                .close(3101);
        assertThat(plan.changes())
                .extracting(change -> change.action() + " " + change.rule().id())
                .containsExactly("CLOSE sgr-1", "CLOSE sgr-2", "ALREADY ");
    }

    @Test
    void aRangeIsNotClosedForOneOfItsPorts() {
        RulePlan plan = new RulePlan(group(rule("sgr-1", 9000, 9100, "0.0.0.0/0", "")));
        assertThatThrownBy(() -> plan.close(9091))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("9000-9100");
    }
}
