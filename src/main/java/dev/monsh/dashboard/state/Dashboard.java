package dev.monsh.dashboard.state;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The whole state of the dashboard.
 *
 * @param now the time of the frame
 * @param box the name of the box that is shown
 * @param boxes the names of all that can be
 * @param latest what the sources have told, also while paused
 * @param frozen what is shown while paused
 * @param fleet all boxes at once, which are shown instead of one
 * @param notice a sentence in the last line; empty for the keys
 */
public record Dashboard(
        Size size,
        Instant now,
        String box,
        List<String> boxes,
        Data latest,
        Optional<Data> frozen,
        GroupOrder order,
        Choices choices,
        Fleet fleet,
        Overlay overlay,
        Optional<Notice> notice) {

    /**
     * A sentence in the last line.
     *
     * @param bad whether it tells of a failure
     * @param until when it leaves
     */
    public record Notice(String text, boolean bad, Instant until) {}

    public Dashboard {
        boxes = List.copyOf(boxes);
    }

    /** Returns the state before anything has happened. */
    public static Dashboard start(Size size, Instant now, String box, List<String> boxes) {
        return new Dashboard(
                size,
                now,
                box,
                boxes,
                Data.none(),
                Optional.empty(),
                GroupOrder.none(),
                Choices.first(),
                Fleet.none(),
                new Overlay.Closed(),
                Optional.empty());
    }

    /** Returns what is shown. */
    public Data data() {
        return frozen.orElse(latest);
    }

    public boolean isPaused() {
        return fleet.shown() ? fleet.frozen().isPresent() : frozen.isPresent();
    }

    /** Returns the box that a command is for: the selected one where all are shown. */
    public String boxOfCommands() {
        return fleet.shown() && !fleet.selected().isEmpty() ? fleet.selected() : box;
    }

    /** Returns the groups that the filter lets through, in their order. */
    public List<GroupReading> shownGroups() {
        Data data = data();
        String wanted = choices.filter().toLowerCase(Locale.ROOT);
        return order.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .flatMap(name -> data.group(name).stream())
                .toList();
    }

    public Dashboard withSize(Size other) {
        return new Dashboard(other, now, box, boxes, latest, frozen, order, choices, fleet, overlay, notice);
    }

    public Dashboard withNow(Instant other) {
        return new Dashboard(size, other, box, boxes, latest, frozen, order, choices, fleet, overlay, notice);
    }

    public Dashboard withBox(String other) {
        return new Dashboard(
                size,
                now,
                other,
                boxes,
                Data.none(),
                Optional.empty(),
                GroupOrder.none(),
                choices.withGroup("").withService("").withFilter(""),
                fleet.withShown(false),
                new Overlay.Closed(),
                Optional.empty());
    }

    public Dashboard withLatest(Data other) {
        return new Dashboard(size, now, box, boxes, other, frozen, order, choices, fleet, overlay, notice);
    }

    public Dashboard withFrozen(Optional<Data> other) {
        return new Dashboard(size, now, box, boxes, latest, other, order, choices, fleet, overlay, notice);
    }

    public Dashboard withOrder(GroupOrder other) {
        return new Dashboard(size, now, box, boxes, latest, frozen, other, choices, fleet, overlay, notice);
    }

    public Dashboard withChoices(Choices other) {
        return new Dashboard(size, now, box, boxes, latest, frozen, order, other, fleet, overlay, notice);
    }

    public Dashboard withFleet(Fleet other) {
        return new Dashboard(size, now, box, boxes, latest, frozen, order, choices, other, overlay, notice);
    }

    public Dashboard withOverlay(Overlay other) {
        return new Dashboard(size, now, box, boxes, latest, frozen, order, choices, fleet, other, notice);
    }

    public Dashboard withNotice(Optional<Notice> other) {
        return new Dashboard(size, now, box, boxes, latest, frozen, order, choices, fleet, overlay, other);
    }
}
