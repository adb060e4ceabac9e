package dev.monsh.dashboard.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All boxes at once, a row each.
 *
 * @param shown whether it is what the screen shows, instead of one box
 * @param rows what was heard of each, in the order of the configuration; empty where the fleet was never asked for
 * @param frozen what is shown while paused
 * @param order the names in the order of the rows, kept as that of the groups is
 * @param selected the name of the selected box; the selection follows it when the order changes
 */
public record Fleet(
        boolean shown, List<BoxRow> rows, Optional<List<BoxRow>> frozen, GroupOrder order, String selected, Sort sort) {

    /** By what the boxes are ordered. */
    public enum Sort {
        TROUBLE("trouble"),
        NAME("name"),
        CPU("cpu"),
        MEMORY("mem"),
        ERRORS("err/m");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        @SuppressWarnings("EnumOrdinal") // the order of declaration is that of the choices
        public Sort next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    public Fleet {
        rows = List.copyOf(rows);
    }

    /** Returns the fleet of a dashboard that shows one box. */
    public static Fleet none() {
        return new Fleet(false, List.of(), Optional.empty(), GroupOrder.none(), "", Sort.TROUBLE);
    }

    /** Returns a fleet that is shown and of which nothing has been heard yet. */
    public static Fleet of(List<String> boxes) {
        List<BoxRow> rows = boxes.stream().map(BoxRow::of).toList();
        String first = boxes.isEmpty() ? "" : boxes.getFirst();
        return new Fleet(true, rows, Optional.empty(), GroupOrder.none(), first, Sort.TROUBLE).ordered(Instant.EPOCH);
    }

    /** Returns the rows that a filter lets through, in their order. */
    public List<BoxRow> shownRows(String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        List<BoxRow> present = frozen.orElse(rows);
        return order.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .flatMap(name -> present.stream().filter(row -> row.box().equals(name)))
                .toList();
    }

    /** Returns it with its rows in order as of now. */
    public Fleet ordered(Instant now) {
        List<String> names = frozen.orElse(rows).stream()
                .sorted(comparator().thenComparing(BoxRow::box))
                .map(BoxRow::box)
                .toList();
        return new Fleet(shown, rows, frozen, new GroupOrder(names, now), selected, sort);
    }

    /** Returns it without further patience: boxes that have not answered yet have failed. */
    public Fleet givenUp(String why) {
        List<BoxRow> last = rows.stream()
                .map(row -> row.withFigures(row.figures().givenUp(why)))
                .toList();
        return new Fleet(shown, last, frozen, order, selected, sort);
    }

    private Comparator<BoxRow> comparator() {
        return switch (sort) {
            case TROUBLE -> Comparator.comparing(BoxRow::health);
            case NAME -> Comparator.comparing(BoxRow::box);
            case CPU ->
                largest(row -> row.figures().value().stream()
                        .flatMapToDouble(each -> each.cpuPercent().stream())
                        .findFirst()
                        .orElse(-1));
            case MEMORY ->
                largest(row -> row.figures().value().stream()
                        .flatMapToLong(each -> each.memoryBytes().stream())
                        .findFirst()
                        .orElse(-1));
            case ERRORS -> largest(BoxRow::errors);
        };
    }

    private static Comparator<BoxRow> largest(ToDoubleFunction<BoxRow> number) {
        return Comparator.comparingDouble(number).reversed();
    }

    public Fleet withShown(boolean other) {
        return new Fleet(other, rows, frozen, order, selected, sort);
    }

    public Fleet withRows(List<BoxRow> other) {
        return new Fleet(shown, other, frozen, order, selected, sort);
    }

    public Fleet withFrozen(Optional<List<BoxRow>> other) {
        return new Fleet(shown, rows, other, order, selected, sort);
    }

    public Fleet withSelected(String other) {
        return new Fleet(shown, rows, frozen, order, other, sort);
    }

    public Fleet withSort(Sort other) {
        return new Fleet(shown, rows, frozen, order, selected, other);
    }
}
