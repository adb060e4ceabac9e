package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Data;
import dev.monsh.dashboard.state.Overlay;
import java.time.Instant;

/** Turns a state and an event into the next state; the same two always give the same one. */
public final class Update {

    private Update() {}

    /** Takes in an event. */
    public static Step apply(Dashboard state, Event event) {
        Step step = step(state, event);
        return step.state().fleet().shown() ? Following.settleFleet(step) : Following.settle(state, step);
    }

    private static Step step(Dashboard state, Event event) {
        Data latest = state.latest();
        Instant now = state.now();
        return switch (event) {
            case Event.Tick tick -> Step.to(tick(state, tick.now()));
            case Event.Resized resized -> Step.to(state.withSize(resized.size()));
            case Event.Pressed pressed -> pressed(state, pressed);
            case Event.Clicked clicked -> Step.to(MouseMoves.clicked(state, clicked.column(), clicked.row()));
            case Event.Wheeled wheeled -> Step.to(MouseMoves.wheeled(state, wheeled));
            case Event.GroupsRead read -> Step.to(Arrivals.groups(state, read.groups()));
            case Event.MachineRead read ->
                Step.to(state.withLatest(latest.withMachine(read.machine().into(latest.machine(), now))));
            case Event.ServicesRead read ->
                Step.to(state.withLatest(latest.withServices(read.services().into(latest.services(), now))));
            case Event.AlertsRead read ->
                Step.to(state.withLatest(latest.withAlerts(read.alerts().into(latest.alerts(), now))));
            case Event.RatesRead read ->
                Step.to(state.withLatest(latest.withRates(read.rates().into(latest.rates(), now))));
            case Event.CurveRead read ->
                Step.to(state.withLatest(latest.withCurve(read.curve().into(latest.curve(), now))));
            case Event.HistoriesRead read -> Step.to(Arrivals.histories(state, read.histories()));
            case Event.LinesCame came -> Step.to(Arrivals.lines(state, came));
            case Event.LogSourceTold told -> Step.to(Arrivals.logSource(state, told));
            case Event.FleetRead read ->
                Step.to(Arrivals.ofBox(
                        state, read.box(), row -> row.withFigures(read.figures().into(row.figures(), now))));
            case Event.FleetLogsRead read ->
                Step.to(Arrivals.ofBox(
                        state, read.box(), row -> row.withLogs(read.logs().into(row.logs(), now))));
            case Event.Pasted pasted -> Step.to(Pasting.into(state, pasted.text()));
            case Event.CommandAsks asks ->
                Step.to(state.withOverlay(new Overlay.Question(asks.question(), asks.command())));
            case Event.CommandWrote wrote ->
                Step.to(Arrivals.command(state, wrote.title(), text -> text.and(wrote.lines())));
            case Event.CommandCleared cleared ->
                Step.to(Arrivals.command(state, cleared.title(), Overlay.Text::cleared));
            case Event.CommandEnded ended ->
                Step.to(Arrivals.command(state, ended.title(), text -> text.ended(Overlay.Text.Run.ENDED)));
            case Event.Completed completed -> Step.to(Arrivals.completed(state, completed));
        };
    }

    private static Dashboard tick(Dashboard state, Instant now) {
        Dashboard next = state.withNow(now);
        return next.notice().filter(notice -> notice.until().isBefore(now)).isPresent()
                ? next.withNotice(java.util.Optional.empty())
                : next;
    }

    private static Step pressed(Dashboard state, Event.Pressed pressed) {
        if (!(state.overlay() instanceof Overlay.Closed)) {
            return OverlayKeys.pressed(state, pressed.key());
        }
        return state.fleet().shown() ? FleetKeys.pressed(state, pressed.key()) : PaneKeys.pressed(state, pressed.key());
    }
}
