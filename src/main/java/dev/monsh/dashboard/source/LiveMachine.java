package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.Machine;
import dev.monsh.process.usage.MachineFigures;
import dev.monsh.process.usage.MachineMeter;
import java.util.Optional;

/** How busy this machine is. */
final class LiveMachine {

    private final MachineMeter meter;
    private Optional<MachineFigures> before = Optional.empty();

    LiveMachine(MachineMeter meter) {
        this.meter = meter;
    }

    /** Measures it: the processor since the last reading, at the first one since its start. */
    Machine read() {
        MachineFigures now = meter.measure();
        long busy = now.busyTicks() - before.map(MachineFigures::busyTicks).orElse(0L);
        long all = now.allTicks() - before.map(MachineFigures::allTicks).orElse(0L);
        before = Optional.of(now);
        return new Machine(
                all <= 0 ? 0 : busy * 100.0 / all,
                now.memoryTotal() - now.memoryAvailable(),
                now.memoryTotal(),
                now.diskTotal() <= 0 ? 0 : now.diskUsed() * 100.0 / now.diskTotal());
    }
}
