package dev.monsh.view.cloud;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.cloud.audit.CloudFinding;
import dev.monsh.cloud.launch.StepResult;
import dev.monsh.cloud.rules.RuleChange;
import dev.monsh.failure.Risk;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.util.List;

/** How steps, rules and findings look. */
public final class CloudViews {

    private CloudViews() {}

    /** Returns the view of the steps of a launch, an adoption or an end. */
    public static ResultView<StepResult> steps() {
        return new ResultView<>(
                () -> Table.builder().left("step").left("state").left("detail").left("goes on costing"),
                step -> List.of(
                        cell(step.name(), Style.ACCENT),
                        cell(step.outcome().word(), style(step.outcome())),
                        cell(step.detail(), Style.PLAIN),
                        cell(step.cost(), Style.WARNING)),
                (json, step) -> json.beginObject()
                        .member("step", step.name())
                        .member("state", step.outcome().word())
                        .member("detail", step.detail())
                        .member("cost", step.cost())
                        .endObject());
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
        return new ResultView<>(
                () -> Table.builder()
                        .left("action")
                        .right("port")
                        .left("from")
                        .left("description")
                        .left("rule"),
                change -> List.of(
                        cell(change.action().word(), change.changes() ? Style.WARNING : Style.PLAIN),
                        cell(change.rule().ports(), Style.ACCENT),
                        cell(change.rule().source().text(), Style.PLAIN),
                        cell(change.description(), Style.PLAIN),
                        cell(change.rule().id(), Style.FAINT)),
                (json, change) -> json.beginObject()
                        .member("action", change.action().word())
                        .name("port")
                        .value(change.rule().first())
                        .member("from", change.rule().source().text())
                        .member("description", change.description())
                        .member("group", change.rule().group())
                        .member("rule", change.rule().id())
                        .endObject());
    }

    /** Returns the view of {@code ec2 audit}. */
    public static ResultView<CloudFinding> findings() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("severity")
                        .left("check")
                        .left("resource")
                        .cut("evidence", 20)
                        .cut("remedy", 20),
                finding -> List.of(
                        cell(finding.severity().word(), style(finding.severity())),
                        cell(finding.check(), Style.PLAIN),
                        cell(finding.resource(), Style.ACCENT),
                        cell(finding.evidence(), Style.PLAIN),
                        cell(finding.remedy(), Style.PLAIN)),
                (json, finding) -> json.beginObject()
                        .member("severity", finding.severity().word())
                        .member("check", finding.check())
                        .member("resource", finding.resource())
                        .member("evidence", finding.evidence())
                        .member("remedy", finding.remedy())
                        .endObject());
    }

    private static Style style(Risk severity) {
        return switch (severity) {
            case HIGH -> Style.BAD;
            case MEDIUM -> Style.WARNING;
            case LOW -> Style.FAINT;
        };
    }
}
