package dev.monsh.testing.stack;

import dev.monsh.os.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while something waits; what is planned happens in between. */
public final class VirtualPace implements Pace {

    private record Planned(long at, Runnable action) {}

    private final List<Planned> planned = new ArrayList<>();
    private long now;

    /** Plans an action for when this much has gone by since the beginning. */
    public void after(Duration time, Runnable action) {
        planned.add(new Planned(time.toNanos(), action));
    }

    /** Returns how much has gone by since the beginning. */
    public Duration spent() {
        return Duration.ofNanos(now);
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void pause(Duration time) {
        now += time.toNanos();
        List<Planned> due = planned.stream().filter(each -> each.at() <= now).toList();
        planned.removeAll(due);
        due.forEach(each -> each.action().run());
    }
}
