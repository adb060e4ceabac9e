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
        return Following.settle(state, step(state, event));
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
            case Event.CommandEnded ended -> Step.to(Arrivals.commandEnded(state, ended));
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
        return state.overlay() instanceof Overlay.Closed
                ? PaneKeys.pressed(state, pressed.key())
                : OverlayKeys.pressed(state, pressed.key());
    }
}
