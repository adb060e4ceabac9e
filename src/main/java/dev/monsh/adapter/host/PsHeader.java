package dev.monsh.adapter.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of one output of ps, by its header: {@code ps aux}, {@code ps -ef}, {@code ps -eo pid,ppid,user,comm,args}
 * and others that end in the command line.
 *
 * @param columns what each column holds, the command line last
 * @param commWidth how many characters the comm column has with the blank after it; 0 where there is none
 */
record PsHeader(List<Column> columns, int commWidth) {

    enum Column {
        PID,
        PPID,
        USER,
        COMM,
        ARGS,
        OTHER
    }

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Reads a header; empty where the line is none. */
    static Optional<PsHeader> parse(String line) {
        List<Column> columns = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            columns.add(column(word.group()));
            starts.add(word.start());
        }
        int last = columns.size() - 1;
        boolean valid = last > 0
                && columns.get(last) == Column.ARGS
                && columns.contains(Column.PID)
                && !line.contains("STARTED");
        if (!valid) {
            return Optional.empty();
        }
        int comm = columns.subList(0, last).indexOf(Column.ARGS);
        if (comm >= 0) {
            columns.set(comm, Column.COMM);
        }
        boolean beside = comm == last - 1;
        return comm >= 0 && !beside
                ? Optional.empty()
                : Optional.of(new PsHeader(columns, beside ? starts.get(last) - starts.get(comm) : 0));
    }

    private static Column column(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "PID" -> Column.PID;
            case "PPID" -> Column.PPID;
            case "USER", "UID", "EUSER", "RUSER" -> Column.USER;
            case "COMMAND", "CMD", "ARGS", "COMM" -> Column.ARGS;
            default -> Column.OTHER;
        };
    }

    boolean has(Column column) {
        return columns.contains(column);
    }

    /** Returns how many columns hold one word each, before comm or the command line. */
    int words() {
        return columns.size() - (has(Column.COMM) ? 2 : 1);
    }
}
