package dev.monsh.dashboard.key;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What keys do: the one table behind the help, the last line of the screen, docs and tests. */
public enum Binding {
    HELP("help", "show or hide this table", of('?')),
    FILTER("filter", "filter the groups by name; in the log, search", of('/')),
    ZOOM("zoom", "give the pane the whole window; among all boxes, open the selected one", of(Key.Kind.ENTER)),
    BACK(
            "back",
            "step back: stop a command, close, follow the log's end, end the search or filter, leave the zoom, leave the box",
            of(Key.Kind.ESCAPE)),
    EXPLAIN("explain", "explain why the group's oldest process is in it: process explain PID", of('e')),
    LOG("log", "show the log in the whole window", of('l')),
    RESTART("restart", "restart the selected service of the stack; asks first: restart SERVICE", of('r')),
    SPAN("time", "plot the last 5 min, 15 min, 1 h, 6 h, 24 h", of('t')),
    MEASURE("measure", "plot cpu, memory, threads, open files or log lines", of('m')),
    BOX("box", "switch to another box, or show all boxes", of('b')),
    SORT("sort", "order the groups, or the boxes, by the next column", of('s')),
    PAUSE("pause", "hold the screen still; what comes is kept for later", of('p')),
    LEVEL("levels", "show all lines of the log, warnings and worse, or errors", of('v')),
    NEXT_MATCH("next", "go to the next line that the search finds", of('n')),
    PREVIOUS_MATCH("previous", "go to the line before that the search finds", of('N')),
    COPY("copy", "copy the selected name or line to the clipboard (OSC 52)", of('y')),
    COMMAND("command", "run any monsh command; Tab completes it", of(':')),
    NEXT_PANE("pane", "go to the next pane", of(Key.Kind.TAB)),
    PREVIOUS_PANE("pane back", "go to the pane before", of(Key.Kind.BACK_TAB)),
    PANE("pane", "go to groups, services, log, plot, alerts", of('1'), of('2'), of('3'), of('4'), of('5')),
    DOWN("down", "move down", of('j'), of(Key.Kind.DOWN)),
    UP("up", "move up", of('k'), of(Key.Kind.UP)),
    LEFT("left", "scroll the log to the left", of('h'), of(Key.Kind.LEFT)),
    RIGHT("right", "scroll the log to the right", of(Key.Kind.RIGHT)),
    PAGE_DOWN("page down", "move down a page", of(Key.Kind.PAGE_DOWN), of(' '), Key.control('f')),
    PAGE_UP("page up", "move up a page", of(Key.Kind.PAGE_UP), Key.control('b')),
    FIRST("first", "go to the first", of('g'), of(Key.Kind.HOME)),
    LAST("last", "go to the last", of('G'), of(Key.Kind.END)),
    REDRAW("redraw", "write the whole screen again", Key.control('l')),
    SUSPEND("suspend", "go back to the shell; fg returns", Key.control('z')),
    QUIT("quit", "end the dashboard", of('q'), Key.control('c'));

    private final String word;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // the list is a copy that nothing changes
    private final List<Key> keys;

    Binding(String word, String help, Key... keys) {
        this.word = word;
        this.help = help;
        this.keys = List.of(keys);
    }

    /** Returns the binding of a key. */
    public static Optional<Binding> of(Key key) {
        return Arrays.stream(values())
                .filter(binding -> binding.keys.contains(key))
                .findFirst();
    }

    private static Key of(char character) {
        return Key.of(character);
    }

    private static Key of(Key.Kind kind) {
        return Key.of(kind);
    }

    /** Returns the word for the last line of the screen. */
    public String word() {
        return word;
    }

    /** Returns what it does, as a line of the help. */
    public String help() {
        return help;
    }

    public List<Key> keys() {
        return keys;
    }

    /** Returns its keys as the help writes them. */
    public String keyWords() {
        return this == PANE ? "1–5" : keys.stream().map(Key::words).collect(Collectors.joining(" "));
    }
}
