package dev.monsh.ql;

import java.util.ArrayList;
import java.util.List;

/**
 * A function or an aggregation of a language.
 *
 * @param arguments what it takes, in order; the last is repeated where {@code open}
 * @param names the names of the arguments in the documentation
 * @param open whether further arguments like the last may follow
 * @param signature as documentation shows it
 * @param help one line
 */
public record Callable(
        String name,
        boolean aggregation,
        List<Argument> arguments,
        List<String> names,
        boolean open,
        String signature,
        String help) {

    public Callable {
        arguments = List.copyOf(arguments);
        names = List.copyOf(names);
    }

    /**
     * Reads a line of a table: kind, name, arguments, help, separated by tabs. An argument is a name, a blank and a type;
     * a type with a star may be repeated.
     */
    static Callable ofLine(String line) {
        String[] cells = line.split("\t", -1);
        List<Argument> arguments = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean open = false;
        for (String each : cells[2].isBlank() ? new String[0] : cells[2].split(", ", -1)) {
            String type = each.substring(each.lastIndexOf(' ') + 1);
            open = type.endsWith("*");
            names.add(each.substring(0, Math.max(0, each.lastIndexOf(' '))));
            arguments.add(argument(type.replaceFirst("[*?]$", "")));
        }
        return new Callable(
                cells[1],
                cells[0].equals("aggregation"),
                arguments,
                names,
                open,
                cells[1] + "(" + cells[2] + ")",
                cells[3]);
    }

    private static Argument argument(String type) {
        return switch (type) {
            case "instant-vector" -> Argument.INSTANT;
            case "range-vector" -> Argument.RANGE;
            case "counter-range" -> Argument.COUNTER;
            case "scalar" -> Argument.SCALAR;
            case "string" -> Argument.STRING;
            case "label" -> Argument.LABEL;
            case "log-range" -> Argument.LOG_RANGE;
            default -> Argument.ANY;
        };
    }

    /** Returns what it takes at one place, counted from 0; null beyond its last. */
    @org.jspecify.annotations.Nullable
    Argument argument(int index) {
        return index < arguments.size() ? arguments.get(index) : open ? arguments.getLast() : null;
    }

    /** Returns numbers that are usual at one place, counted from 0. */
    List<Word> usualNumbers(int index) {
        List<String> usual = switch (index < names.size() ? names.get(index) : "") {
            case "φ" -> List.of("0.99", "0.95", "0.9", "0.5");
            case "k" -> List.of("5", "10", "3", "20");
            case "t" -> List.of("3600", "86400");
            default -> List.of();
        };
        return usual.stream().map(number -> Word.of(number, "")).toList();
    }

    /** Returns it as a word that opens its bracket. */
    Word word() {
        return new Word(name + "(", name, signature + ": " + help);
    }
}
