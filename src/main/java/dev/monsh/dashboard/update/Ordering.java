package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Data;
import dev.monsh.dashboard.state.GroupOrder;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.LogRate;
import dev.monsh.dashboard.state.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Keeps the groups in order, without rows that jump about while they are looked at. */
final class Ordering {

    /** How long an order is kept at least, and how long nothing moves after the person has moved. */
    private static final Duration CALM = Duration.ofSeconds(2);

    private Ordering() {}

    /** Takes in new groups: a new order when it is time for one, else the old one with what has come and gone. */
    static Dashboard settle(Dashboard state) {
        return isCalm(state.order().since(), state) ? renew(state) : keep(state);
    }

    /** Whether an order of rows may be made anew. */
    static boolean isCalm(Instant since, Dashboard state) {
        return isPast(since, state.now()) && isPast(state.choices().movedAt(), state.now());
    }

    private static boolean isPast(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(CALM) >= 0;
    }

    /** Orders the groups anew. */
    static Dashboard renew(Dashboard state) {
        Data data = state.data();
        List<String> names = data.groups().or(List.of()).stream()
                .sorted(Comparator.comparing(GroupReading::isUngrouped)
                        .thenComparing(by(state.choices().sort(), data))
                        .thenComparing(GroupReading::name))
                .map(GroupReading::name)
                .toList();
        boolean measured = data.groups().or(List.of()).stream()
                .anyMatch(group -> group.cpuPercent().isPresent());
        // before the second reading there is nothing to order by, so that order is not worth keeping
        return state.withOrder(new GroupOrder(names, measured ? state.now() : Instant.EPOCH));
    }

    private static Dashboard keep(Dashboard state) {
        Set<String> known = new HashSet<>(state.order().names());
        Set<String> present = new HashSet<>();
        List<String> fresh = new ArrayList<>();
        for (GroupReading group : state.data().groups().or(List.of())) {
            present.add(group.name());
            if (!known.contains(group.name())) {
                fresh.add(group.name());
            }
        }
        List<String> names = new ArrayList<>(state.order().names());
        names.retainAll(present);
        names.addAll(fresh);
        return state.withOrder(new GroupOrder(names, state.order().since()));
    }

    private static Comparator<GroupReading> by(Sort sort, Data data) {
        return switch (sort) {
            case CPU -> largest(group -> group.cpuPercent().orElse(-1));
            case MEMORY -> largest(group -> group.memoryBytes().orElse(-1));
            case NAME -> Comparator.comparing(GroupReading::name);
            case PROCESSES -> largest(GroupReading::processes);
            case UPTIME -> largest(group -> group.since().orElse(Instant.EPOCH).getEpochSecond());
            case LINES -> largest(group -> data.rate(group).map(LogRate::lines).orElse(-1.0));
            case ERRORS ->
                largest(group -> data.rate(group).map(LogRate::errors).orElse(-1.0));
        };
    }

    private static Comparator<GroupReading> largest(ToDoubleFunction<GroupReading> number) {
        return Comparator.comparingDouble(number).reversed();
    }
}
