package dev.monsh.cloud.launch;

import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.Pause;
import dev.monsh.failure.TimedOutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Goes through steps: look, act, wait, look again. What a run that was cut short did is seen by the look of the next. */
public final class GatewaySteps {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(20);

    private final List<GatewayStep> steps;
    private final Supplier<Gateway> search;
    private final InstantSource clock;
    private final Pause pause;

    /** Takes what finds the gateway as it is now. */
    public GatewaySteps(List<GatewayStep> steps, Supplier<Gateway> search, InstantSource clock, Pause pause) {
        this.steps = List.copyOf(steps);
        this.search = search;
        this.clock = clock;
        this.pause = pause;
    }

    /** Returns what every step would do. Nothing is changed. */
    public List<StepResult> plan() {
        Gateway gateway = search.get();
        return steps.stream()
                .map(step -> StepResult.planned(step.name(), step.plan(gateway)))
                .toList();
    }

    /**
     * Takes every step that is needed.
     *
     * @param limit how long each step may be waited for; empty for its own time
     * @param news takes a line for everything that is done or waited for
     * @throws TimedOutException if the effect of a step does not show in time; the next run continues there
     */
    public List<StepResult> run(Optional<Duration> limit, Consumer<String> news) {
        List<StepResult> results = new ArrayList<>();
        for (GatewayStep step : steps) {
            Gateway gateway = search.get();
            StepLook look = step.look(gateway);
            if (look instanceof StepLook.Needed(String detail, String cost)) {
                news.accept(step.name() + ": " + detail);
                step.act(gateway);
                results.add(await(step, cost, limit.orElse(step.patience()), news));
            } else {
                results.add(StepResult.planned(step.name(), look));
            }
        }
        return results;
    }

    private StepResult await(GatewayStep step, String cost, Duration limit, Consumer<String> news) {
        Instant end = clock.instant().plus(limit);
        Instant nextWord = clock.instant().plus(BETWEEN_WORDS);
        Duration wait = FIRST_PAUSE;
        while (true) {
            Gateway gateway = search.get();
            StepLook look = step.look(gateway);
            if (!(look instanceof StepLook.Needed)) {
                return StepResult.of(step.name(), StepResult.Outcome.DONE, look.detail(), cost);
            }
            Instant now = clock.instant();
            if (!now.isBefore(end)) {
                String detail = step.givenUp(gateway).orElseThrow(() -> late(step, limit, look));
                return StepResult.of(step.name(), StepResult.Outcome.SKIPPED, detail, "");
            }
            if (!now.isBefore(nextWord)) {
                news.accept(step.name() + ": still waiting …");
                nextWord = now.plus(BETWEEN_WORDS);
            }
            pause.forAbout(wait);
            step.again(gateway);
            Duration doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private static TimedOutException late(GatewayStep step, Duration limit, StepLook look) {
        return new TimedOutException(
                step.name(),
                "not finished within " + limit.toSeconds() + " s (" + look.detail()
                        + "); the same command continues where this one ended");
    }
}
