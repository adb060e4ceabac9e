package dev.monsh.ql;

import java.util.ArrayList;
import java.util.List;

/**
 * A function or an aggregation of a language.
 *
 * @param arguments what it takes, in order; the last is repeated where {@code open}
 * @param open whether further arguments like the last may follow
 * @param signature as documentation shows it
 * @param help one line
 */
public record Callable(
        String name, boolean aggregation, List<Argument> arguments, boolean open, String signature, String help) {

    public Callable {
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads a line of a table: kind, name, arguments, help, separated by tabs. An argument is a name, a blank and a type;
     * a type with a star may be repeated.
     */
    static Callable ofLine(String line) {
        String[] cells = line.split("\t", -1);
        List<Argument> arguments = new ArrayList<>();
        boolean open = false;
        for (String each : cells[2].isBlank() ? new String[0] : cells[2].split(", ", -1)) {
            String type = each.substring(each.lastIndexOf(' ') + 1);
            open = type.endsWith("*");
            arguments.add(argument(type.replaceFirst("[*?]$", "")));
        }
        return new Callable(
                cells[1], cells[0].equals("aggregation"), arguments, open, cells[1] + "(" + cells[2] + ")", cells[3]);
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

    /** Returns it as a word that opens its bracket. */
    Word word() {
        return new Word(name + "(", name, signature + ": " + help);
    }
}
