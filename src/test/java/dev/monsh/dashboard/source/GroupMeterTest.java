package dev.monsh.dashboard.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.process.usage.OpenFiles;
import dev.monsh.process.usage.ProcessFigures;
import dev.monsh.process.usage.ProcessMeter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GroupMeterTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final GroupMeter meter = new GroupMeter(new ProcessMeter() {
        @Override
        public List<ProcessFigures> measure() {
            return List.of();
        }

        @Override
        public Optional<OpenFiles> openFiles(int pid) {
            return Optional.of(new OpenFiles(pid, 100));
        }
    });

    private GroupReading read(int second, ProcessFigures... figures) {
        Map<Integer, ProcessFigures> all = new java.util.HashMap<>();
        List<Integer> pids = new java.util.ArrayList<>();
        for (ProcessFigures each : figures) {
            all.put(each.pid(), each);
            pids.add(each.pid());
        }
        LiveGroups.Members members = new LiveGroups.Members(pids, START, List.of(), true);
        GroupReading reading = meter.read("g", members, all, START.plusSeconds(second));
        meter.finish(all, START.plusSeconds(second));
        return reading;
    }

    @Test
    void theProcessorTimeIsThatSinceTheLastReading() {
        assertThat(read(0, new ProcessFigures(1, 5, 100 * SECOND, 10, 1)).cpuPercent())
                .isEmpty();
        GroupReading second = read(2, new ProcessFigures(1, 5, 101 * SECOND, 10, 1));
        assertThat(second.cpuPercent().orElseThrow()).isCloseTo(50, Offset.offset(0.01));
    }

    @Test
    void aProcessThatHasComeSinceCountsWithAllOfItsTimeAndOneWithAUsedPidIsAnother() {
        read(0, new ProcessFigures(1, 5, 100 * SECOND, 10, 1));
        GroupReading second = read(2, new ProcessFigures(1, 900, SECOND, 10, 1));
        assertThat(second.cpuPercent().orElseThrow()).isCloseTo(50, Offset.offset(0.01));
        assertThat(second.restarts()).isEqualTo(1);
    }

    @Test
    void memoryThreadsAndFilesAreAddedUp() {
        GroupReading reading = read(0, new ProcessFigures(10, 5, 0, 1000, 2), new ProcessFigures(30, 6, 0, 500, 3));
        assertThat(reading.memoryBytes()).hasValue(1500);
        assertThat(reading.threads()).hasValue(5);
        assertThat(reading.openFiles()).hasValue(40);
        assertThat(reading.fullestFiles()).hasValue(0.3);
    }

    @Test
    void aGroupWithoutProcessesHasNone() {
        read(0, new ProcessFigures(1, 5, 0, 1000, 2));
        GroupReading gone = read(1);
        assertThat(gone.processes()).isZero();
        assertThat(gone.since()).isEmpty();
    }
}
