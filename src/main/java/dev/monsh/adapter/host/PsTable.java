package dev.monsh.adapter.host;

import dev.monsh.failure.UsageException;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.ProcessSnapshot;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processes of a saved output of ps, in one of the forms of {@link PsHeader}. */
public final class PsTable implements ProcessTable {

    private static final String NEXT = "ps -eo pid,ppid,user,comm,args";
    private static final int LONGEST_COMM = 15;
    private static final Pattern WORDLESS = Pattern.compile("\\[(?<comm>.*)\\](?: <defunct>)?");
    private static final Pattern TREE = Pattern.compile("^[ |]*\\\\_ ");

    private final String origin;
    private final byte[] content;

    /** Takes the name of the file as the user knows it, and its bytes. */
    public PsTable(String origin, byte[] content) {
        this.origin = origin;
        this.content = content.clone();
    }

    @Override
    public ProcessSnapshot read(Set<ProcessDetail> details) {
        String[] lines = GoText.decode(content).split("\n", -1);
        int first = 0;
        while (first < lines.length - 1 && lines[first].isBlank()) {
            first++;
        }
        String place = origin + ":" + (first + 1);
        PsHeader header = PsHeader.parse(lines[first])
                .orElseThrow(() -> new UsageException(
                        place,
                        "is not a ps header that monsh supports: it needs PID and, as last column, the command line",
                        NEXT));
        List<RunningProcess> processes = new ArrayList<>();
        for (int i = first + 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                processes.add(process(header, lines[i].stripTrailing(), i + 1));
            }
        }
        return new ProcessSnapshot(processes, caveats(header, processes));
    }

    private RunningProcess process(PsHeader header, String line, int number) {
        int pid = 0;
        int ppid = 0;
        String user = "";
        int at = 0;
        for (int column = 0; column < header.words(); column++) {
            int start = skip(line, at, true);
            at = skip(line, start, false);
            String word = line.substring(start, at);
            switch (header.columns().get(column)) {
                case PID -> pid = id(word, number);
                case PPID -> ppid = id(word, number);
                case USER -> user = word;
                default -> {}
            }
        }
        String text = line.substring(skip(line, at, true));
        String comm = "";
        if (header.has(PsHeader.Column.COMM)) {
            int width = commEnd(text, header.commWidth());
            comm = text.substring(0, width).stripTrailing();
            text = text.substring(width).stripLeading();
        }
        return process(pid, ppid, user, comm, TREE.matcher(text).replaceFirst(""));
    }

    private static int skip(String line, int from, boolean blanks) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ') == blanks) {
            at++;
        }
        return at;
    }

    /** Where comm ends: at the width of its column, or, where the blanks of the table were lost, at the first blank. */
    private static int commEnd(String text, int width) {
        boolean aligned = width > LONGEST_COMM && text.length() >= width && text.charAt(width - 1) == ' ';
        if (aligned) {
            return width;
        }
        int blank = text.indexOf(' ');
        return blank < 0 ? text.length() : blank;
    }

    private int id(String word, int line) {
        if (!word.matches("[0-9]{1,9}")) {
            throw new UsageException(
                    origin + ":" + line, "does not match the table header: " + word + " isn't a process ID", NEXT);
        }
        return Integer.parseInt(word);
    }

    private static RunningProcess process(int pid, int ppid, String user, String comm, String args) {
        Matcher wordless = WORDLESS.matcher(args);
        boolean bracketed = wordless.matches();
        List<String> argv = bracketed || args.isEmpty() ? List.of() : Arrays.asList(args.split(" ", -1));
        String name = comm;
        if (comm.isEmpty()) {
            name = bracketed ? wordless.group("comm") : guess(args);
        }
        return new RunningProcess(pid, ppid, name, argv, user, Instant.EPOCH, List.of());
    }

    /** The name that a program usually has: that of its file, at most 15 bytes, without the marks of login shells. */
    private static String guess(String args) {
        String program = args.substring(0, skip(args, 0, false));
        String path = program.startsWith("-") ? program.substring(1) : program;
        String base = path.substring(path.lastIndexOf('/') + 1);
        byte[] bytes = GoText.encode(base.endsWith(":") ? base.substring(0, base.length() - 1) : base);
        return GoText.decode(bytes, 0, Math.min(bytes.length, LONGEST_COMM));
    }

    private static List<String> caveats(PsHeader header, List<RunningProcess> processes) {
        List<String> caveats = new ArrayList<>();
        caveats.add("argv is split at spaces: ps does not show where an argument ends, so exe is a guess if a path"
                + " contains a space");
        if (!header.has(PsHeader.Column.COMM)) {
            caveats.add("comm is guessed from the first word of the command line: rules by comm may match differently");
        }
        if (!header.has(PsHeader.Column.PPID)) {
            caveats.add("the parents are missing: no process can join its parent's group");
        }
        if (!header.has(PsHeader.Column.USER)) {
            caveats.add("the users are missing: .Username is empty");
        } else if (processes.stream().anyMatch(process -> process.user().endsWith("+"))) {
            caveats.add("long user names are truncated: .Username is not exact");
        }
        caveats.add("start times and control groups are not read from it: .StartTime and .Cgroups are not those of the"
                + " processes");
        return caveats;
    }
}
