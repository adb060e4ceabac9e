package dev.monsh.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.docker.container.Container;
import dev.monsh.adapter.docker.container.ContainerStatus;
import dev.monsh.adapter.docker.container.EngineHost;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.Pace;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Progress;
import dev.monsh.testing.RecordedProgress;
import dev.monsh.testing.docker.ScriptedContainers;
import dev.monsh.testing.stack.VirtualPace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceWaitTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String RUNNING = "{\"Status\": \"running\"}";
    private static final StackService LOKI =
            service("loki", Optional.of(Service.LOKI), List.of(new PublishedPort("127.0.0.1", 13100, 3100)));
    private static final StackService JOB = service("job", Optional.empty(), List.of());
    private static final URI READY = URI.create("http://127.0.0.1:13100/ready");

    private final ScriptedContainers containers = new ScriptedContainers();
    private final VirtualPace pace = new VirtualPace();
    private final RecordedProgress progress = new RecordedProgress();
    private ProbeAnswer answer = ProbeAnswer.none("connection refused");

    private static StackService service(String name, Optional<Service> kind, List<PublishedPort> ports) {
        return new StackService(name, kind, "image", List.of(), ports, List.of(), Map.of(), false);
    }

    private void await(List<Container> before, StackService... services) {
        await(pace, before, services);
    }

    private void await(Pace time, List<Container> before, StackService... services) {
        ContainerStatus places = new ContainerStatus((url, timeout) -> answer, new EngineHost(""), TIMEOUT);
        Stack stack = new Stack(Path.of("/stack"), Optional.empty(), List.of(services));
        new ServiceWait(containers, (url, timeout) -> answer, places, progress, time)
                .await(stack, List.of(services), before, time.nanos(), TIMEOUT);
    }

    @Test
    void aServiceIsReadyWhenItAnswersAndSaysWhyNotBefore() {
        containers.put("loki", "1", 0, RUNNING);
        pace.after(Duration.ofSeconds(1), () -> answer = new ProbeAnswer(503, "Ingester not ready: waiting for 15s"));
        pace.after(Duration.ofSeconds(2), () -> answer = new ProbeAnswer(503, "Ingester not ready: waiting for 14s"));
        pace.after(Duration.ofSeconds(3), () -> answer = new ProbeAnswer(200, "ready"));

        await(List.of(), LOKI);

        assertThat(progress.of(Progress.Waiting.class)).containsExactly(new Progress.Waiting("loki", READY));
        assertThat(progress.of(Progress.NotReady.class))
                .containsExactly(new Progress.NotReady("loki", "503 Ingester not ready: waiting for 15s"));
        assertThat(progress.of(Progress.Ready.class))
                .containsExactly(new Progress.Ready("loki", READY, Duration.ofSeconds(3)));
    }

    @Test
    void aContainerThatDoesNotRunYetIsNotAsked() {
        containers.put("loki", "1", 0, "{\"Status\": \"created\"}");
        answer = new ProbeAnswer(200, "ready");
        pace.after(Duration.ofSeconds(1), () -> containers.put("loki", "1", 0, RUNNING));

        await(List.of(), LOKI);

        assertThat(pace.spent()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatHasNoAddressIsReadyByItsHealth() {
        containers.put("job", "1", 0, "{\"Status\": \"running\", \"Health\": {\"Status\": \"starting\"}}");
        pace.after(
                Duration.ofSeconds(2),
                () -> containers.put(
                        "job", "1", 0, "{\"Status\": \"running\", \"Health\": {\"Status\": \"healthy\"}}"));

        await(List.of(), JOB);

        assertThat(pace.spent()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aJobThatEndedWellIsDoneAndAServerThatDidIsNot() {
        String exited = "{\"Status\": \"exited\", \"ExitCode\": 0}";
        containers.put("job", "1", 0, exited);
        await(List.of(), JOB);
        assertThat(pace.spent()).isZero();

        containers.put("loki", "2", 0, exited);
        assertThatThrownBy(() -> await(List.of(), LOKI))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("loki: ended with exit code 0");
    }

    @Test
    void aServiceThatEndsIsExplainedByWhatItSaid() {
        containers.put("loki", "1", 0, "{\"Status\": \"exited\", \"ExitCode\": 1}");
        containers.say("starting", "listen tcp :3100: bind: address already in use");

        assertThatThrownBy(() -> await(List.of(), LOKI)).hasMessageContaining("port 13100 is taken");
        assertThat(progress.of(Progress.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.lastLines()).first().isEqualTo("starting"));
    }

    @Test
    void theKernelAndTheEngineHaveTheFirstWordOnAnEnd() {
        containers.put("loki", "1", 0, "{\"Status\": \"exited\", \"ExitCode\": 137, \"OOMKilled\": true}");
        assertThatThrownBy(() -> await(List.of(), LOKI))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("exceeded its memory limit");

        containers.put("loki", "1", 0, "{\"Status\": \"exited\", \"ExitCode\": 127, \"Error\": \"no such device\"}");
        assertThatThrownBy(() -> await(List.of(), LOKI))
                .isInstanceOf(RejectedException.class)
                .hasMessage("loki: no such device");
    }

    @Test
    void oneFallIsForgivenAndASecondIsNot() {
        containers.put("loki", "1", 0, RUNNING);
        pace.after(Duration.ofSeconds(1), () -> containers.put("loki", "1", 1, RUNNING));
        pace.after(Duration.ofSeconds(2), () -> containers.put("loki", "1", 2, RUNNING));

        assertThatThrownBy(() -> await(List.of(), LOKI)).isInstanceOf(UnreachableException.class);

        assertThat(pace.spent()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void fallsFromBeforeTheStartDoNotCount() {
        containers.put("loki", "1", 5, RUNNING);
        List<Container> before = containers.inspect(List.of("1"));
        pace.after(Duration.ofSeconds(1), () -> {
            containers.put("loki", "1", 6, RUNNING);
            answer = new ProbeAnswer(200, "ready");
        });
        await(before, LOKI);
        assertThat(progress.of(Progress.Ready.class)).hasSize(1);

        // the same number is that of a container of its own when it is another one
        containers.remove("1");
        containers.put("loki", "2", 5, RUNNING);
        assertThatThrownBy(() -> await(before, LOKI)).isInstanceOf(UnreachableException.class);
    }

    @Test
    void aContainerThatIsRemovedIsNotAFaultOfItsProgram() {
        containers.put("loki", "1", 0, RUNNING);
        pace.after(Duration.ofSeconds(1), () -> containers.put("loki", "1", 0, "{\"Status\": \"exited\"}"));
        pace.after(Duration.ofMillis(1300), () -> containers.remove("1"));
        assertThatThrownBy(() -> await(List.of(), LOKI))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("loki: its container was removed during startup");
        assertThat(progress.of(Progress.Failed.class)).isEmpty();

        assertThatThrownBy(() -> await(List.of(), LOKI)).hasMessage("loki: its container was removed during startup");
    }

    @Test
    void timeThatIsOverIsToldForEachThatIsNotReady() {
        containers.put("loki", "1", 0, RUNNING);
        containers.put("job", "2", 0, "{\"Status\": \"running\", \"Health\": {\"Status\": \"unhealthy\"}}");
        containers.say("one", "two");

        assertThatThrownBy(() -> await(List.of(), LOKI, JOB))
                .isInstanceOf(TimedOutException.class)
                .hasMessage("loki, job: not ready within 10.0 s: loki: " + READY
                        + " answers connection refused, its container is running;"
                        + " job: its container is running and unhealthy");

        assertThat(pace.spent()).isBetween(TIMEOUT, TIMEOUT.plusMillis(200));
        assertThat(progress.of(Progress.Failed.class))
                .extracting(Progress.Failed::name, Progress.Failed::lastLines)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("loki", List.of("one", "two")),
                        org.assertj.core.groups.Tuple.tuple("job", List.of("one", "two")));
    }

    @Test
    void ctrlCEndsTheWaitAndNotTheServices() {
        containers.put("loki", "1", 0, RUNNING);
        Pace interrupted = new Pace() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                throw new InterruptedException();
            }
        };

        assertThatThrownBy(() -> await(interrupted, List.of(), LOKI))
                .isInstanceOf(InterruptedByUserException.class)
                .hasMessageContaining("services that were started keep running");
        assertThat(Thread.interrupted()).isTrue();
    }
}
