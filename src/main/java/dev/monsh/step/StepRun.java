package dev.monsh.step;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.PartialException;
import dev.monsh.step.StepResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs steps one after another: look, act where something is to be done, verify. */
public final class StepRun {

    private final boolean dry;
    private final Consumer<String> begun;
    private final Consumer<StepResult> ended;
    private final boolean stopping;

    /**
     * Prepares a run in which a step that fails stops no other.
     *
     * @param dry whether only to look
     * @param begun hears the name of each step before it looks
     * @param ended hears what became of it
     */
    public StepRun(boolean dry, Consumer<String> begun, Consumer<StepResult> ended) {
        this(dry, begun, ended, false);
    }

    private StepRun(boolean dry, Consumer<String> begun, Consumer<StepResult> ended, boolean stopping) {
        this.dry = dry;
        this.begun = begun;
        this.ended = ended;
        this.stopping = stopping;
    }

    /** Returns the same run of steps that build on each other: those behind one that failed are skipped. */
    public StepRun stoppingAtFailure() {
        return new StepRun(dry, begun, ended, true);
    }

    /**
     * Runs the steps.
     *
     * @throws InterruptedByUserException where the user ended it; what was done stays
     */
    public List<StepResult> run(List<Step> steps) {
        List<StepResult> results = new ArrayList<>();
        boolean failed = false;
        for (Step step : steps) {
            begun.accept(step.name());
            StepResult result =
                    failed && stopping ? StepResult.of(step, State.SKIPPED, "needs the step that failed") : run(step);
            failed |= result.state() == State.FAILED;
            results.add(result);
            ended.accept(result);
        }
        return results;
    }

    private StepResult run(Step step) {
        try {
            return switch (step.look().get()) {
                case Sight.Right(String evidence) -> StepResult.of(step, State.ALREADY, evidence);
                case Sight.NotConfigured(String reason, var next) ->
                    new StepResult(step.name(), State.SKIPPED, reason, next);
                case Sight.Wrong(String plan) when dry -> StepResult.of(step, State.WOULD, plan);
                case Sight.Wrong _ -> act(step);
            };
        } catch (InterruptedByUserException e) {
            throw e;
        } catch (MonshException e) {
            return StepResult.failed(step, e);
        }
    }

    private static StepResult act(Step step) {
        String beside = "";
        try {
            step.act().run();
        } catch (PartialException e) {
            // done, but not all of it is as it should be: the proof at the end decides
            beside = "; " + e.what() + ": " + e.why();
        }
        return switch (step.verify().get()) {
            case Sight.Right(String evidence) -> StepResult.of(step, State.DONE, evidence + beside);
            case Sight.Wrong(String plan) ->
                StepResult.of(step, State.FAILED, "done, but not visible afterwards: " + plan + beside);
            case Sight.NotConfigured(String reason, var next) ->
                new StepResult(step.name(), State.FAILED, reason + beside, next);
        };
    }
}
