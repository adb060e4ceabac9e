package dev.monsh.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines are those of Compose 2.26 with {@code --progress plain}. */
class ComposeStepsTest {

    private final List<Progress> progress = new ArrayList<>();
    private final ComposeSteps steps = new ComposeSteps(
            new Stack(Path.of("/s"), Optional.empty(), List.of(service("loki"), service("process_exporter"))),
            progress::add);

    private static StackService service(String name) {
        return new StackService(name, Optional.empty(), "", List.of(), List.of(), List.of(), Map.of(), false);
    }

    @Test
    void startsAreToldByTheServiceWhateverItsContainerIsCalled() {
        steps.accept(" Network pm_lgtm-net  Created");
        steps.accept(" Container pm-process_exporter-1  Creating");
        steps.accept(" Container pm-process_exporter-1  Starting");
        steps.accept(" Container loki  Starting");
        steps.accept(" Container mine  Starting");
        assertThat(progress)
                .containsExactly(
                        new Progress.Starting("process_exporter"),
                        new Progress.Starting("loki"),
                        new Progress.Starting("mine"));
    }

    @Test
    void imagesOnTheirWayAreTold() {
        steps.accept(" loki Pulling ");
        steps.accept(" loki Pulled ");
        steps.accept(" loki Error Get \"https://registry\": refused");
        assertThat(progress).containsExactly(new Progress.Pulling("loki"), new Progress.Pulled("loki"));
    }

    @Test
    void removedContainersAreWhatWasEnded() {
        steps.accept(" Container loki  Stopping");
        steps.accept(" Container loki  Stopped");
        steps.accept(" Container loki  Removing");
        steps.accept(" Container loki  Removed");
        assertThat(steps.ended()).containsExactly(new Ended("loki", 0, false));
    }
}
