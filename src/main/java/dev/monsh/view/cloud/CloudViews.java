package dev.monsh.view.cloud;

import dev.monsh.cloud.audit.CloudFinding;
import dev.monsh.cloud.launch.StepResult;
import dev.monsh.cloud.rules.RuleChange;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Risk;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.function.Function;

/** How steps, rules and findings look. */
public final class CloudViews {

    private CloudViews() {}

    /** Returns the view of the steps of a launch, an adoption or an end; {@code words} says what can be done next. */
    public static ResultView<StepResult> steps(Function<NextStep, String> words) {
        return Columns.<StepResult>of()
                .text("step", StepResult::name)
                .style(Style.ACCENT)
                .text("state", step -> step.outcome().word())
                .style(step -> style(step.outcome()))
                .text(
                        "detail",
                        step -> step.detail()
                                + step.next()
                                        .map(next -> "; " + words.apply(next))
                                        .orElse(""))
                .wrapped(16)
                .text("goes on costing", StepResult::cost)
                .json("cost")
                .style(Style.WARNING)
                .wrapped(12)
                .view();
    }

    private static Style style(StepResult.Outcome outcome) {
        return switch (outcome) {
            case ALREADY -> Style.PLAIN;
            case PLANNED -> Style.WARNING;
            case DONE -> Style.GOOD;
            case SKIPPED -> Style.FAINT;
        };
    }

    /** Returns the view of changes of a security group. */
    public static ResultView<RuleChange> rules() {
        return Columns.<RuleChange>of()
                .text("action", change -> change.action().word())
                .style(change -> change.changes() ? Style.WARNING : Style.PLAIN)
                .text("port", change -> change.rule().ports())
                .json((json, change) -> json.name("port").value(change.rule().first()))
                .style(Style.ACCENT)
                .right()
                .text("from", change -> change.rule().source().text())
                .text("description", RuleChange::description)
                .wrapped(12)
                .member("group", change -> change.rule().group())
                .text("rule", change -> change.rule().id())
                .style(Style.FAINT)
                .worth(1)
                .view();
    }

    /** Returns the view of {@code ec2 audit}; {@code words} says what can be done. */
    public static ResultView<CloudFinding> findings(Function<NextStep, String> words) {
        return Columns.<CloudFinding>of()
                .text("severity", finding -> finding.severity().word())
                .style(finding -> style(finding.severity()))
                .text("check", CloudFinding::check)
                .text("resource", CloudFinding::resource)
                .style(Style.ACCENT)
                .text("evidence", CloudFinding::evidence)
                .wrapped(16)
                .text("remedy", finding -> words.apply(finding.remedy()))
                .wrapped(16)
                .view();
    }

    private static Style style(Risk severity) {
        return switch (severity) {
            case HIGH -> Style.BAD;
            case MEDIUM -> Style.WARNING;
            case LOW -> Style.FAINT;
        };
    }
}
