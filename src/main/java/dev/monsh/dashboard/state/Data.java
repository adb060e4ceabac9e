package dev.monsh.dashboard.state;

import dev.monsh.metrics.Alert;
import dev.monsh.stack.status.ServiceReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sources have told, the newest of each.
 *
 * @param rates what each service logs, by its label
 * @param histories the processor time of each group in the last minutes, by its name
 */
public record Data(
        Feed<List<GroupReading>> groups,
        Feed<Machine> machine,
        Feed<List<ServiceReport>> services,
        Feed<List<Alert>> alerts,
        Feed<Map<String, LogRate>> rates,
        Feed<Curve> curve,
        LogLines log,
        Map<String, History> histories) {

    public Data {
        histories = Map.copyOf(histories);
    }

    /** Returns what is known before anything has answered. */
    public static Data none() {
        return new Data(
                Feed.waiting(),
                Feed.waiting(),
                Feed.waiting(),
                Feed.waiting(),
                Feed.waiting(),
                Feed.waiting(),
                LogLines.of(new LogTarget.Nothing("no group is selected")),
                Map.of());
    }

    /** Returns it without further patience: what has not answered yet has failed. */
    public Data givenUp(String why) {
        return new Data(
                groups.givenUp(why),
                machine,
                services.givenUp(why),
                alerts.givenUp(why),
                rates.givenUp(why),
                curve.givenUp(why),
                log,
                histories);
    }

    /** Returns the group with a name. */
    public Optional<GroupReading> group(String name) {
        return groups.or(List.of()).stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    /** Returns what a group logs; empty where no service label belongs to it. */
    public Optional<LogRate> rate(GroupReading group) {
        Map<String, LogRate> known = rates.or(Map.of());
        return ServiceOfGroup.find(group, known.keySet()).map(known::get);
    }

    public Data withGroups(Feed<List<GroupReading>> other, Map<String, History> otherHistories) {
        return new Data(other, machine, services, alerts, rates, curve, log, otherHistories);
    }

    public Data withMachine(Feed<Machine> other) {
        return new Data(groups, other, services, alerts, rates, curve, log, histories);
    }

    public Data withServices(Feed<List<ServiceReport>> other) {
        return new Data(groups, machine, other, alerts, rates, curve, log, histories);
    }

    public Data withAlerts(Feed<List<Alert>> other) {
        return new Data(groups, machine, services, other, rates, curve, log, histories);
    }

    public Data withRates(Feed<Map<String, LogRate>> other) {
        return new Data(groups, machine, services, alerts, other, curve, log, histories);
    }

    public Data withCurve(Feed<Curve> other) {
        return new Data(groups, machine, services, alerts, rates, other, log, histories);
    }

    public Data withLog(LogLines other) {
        return new Data(groups, machine, services, alerts, rates, curve, other, histories);
    }
}
