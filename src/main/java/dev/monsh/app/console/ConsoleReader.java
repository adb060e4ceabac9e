package dev.monsh.app.console;

import dev.monsh.cli.completion.Completion;
import dev.monsh.terminal.TextWidth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.History;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Parser;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;

/**
 * JLine's line reader with what a console of servers needs beyond it: candidates keep their order, names that come late still
 * complete, a failed search runs nothing, and below the line there is room for a status.
 */
final class ConsoleReader extends LineReaderImpl {

    private static final String INTERRUPT = "monsh-interrupt";
    private static final char ESCAPE = 0x1b;
    private static final int CTRL_C = 3;
    private static final int CTRL_G = 7;
    private static final int BACKSPACE = 8;
    private static final int CTRL_R = 18;
    private static final int CTRL_S = 19;
    private static final int DELETE = 127;

    private final boolean color;
    private final ExternalEditor editor;
    private Supplier<Optional<String>> status = Optional::empty;
    private LateNames lateNames = listener -> {};
    private boolean ending;

    /** Tells when names come that were asked for and not there in time. */
    interface LateNames {
        /** Calls the listener once, if names are still awaited. */
        void whenTheyCome(Runnable listener);
    }

    ConsoleReader(Terminal terminal, boolean color, ExternalEditor editor) {
        super(terminal, "monsh", null);
        this.color = color;
        this.editor = editor;
        getWidgets().put(INTERRUPT, this::interrupt);
        getWidgets().put(CALLBACK_INIT, this::ignoreSignal);
        keysOfAllTerminals();
    }

    /** Shows a line below the one that is typed, as long as there is something to show. */
    void showBelow(Supplier<Optional<String>> line) {
        this.status = line;
    }

    /** Clears the screen. */
    void eraseScreen() {
        terminal.puts(InfoCmp.Capability.clear_screen);
        terminal.flush();
    }

    /** Completes again when names come late. */
    void completeWith(LateNames names) {
        this.lateNames = names;
    }

    /** Ctrl-C comes as a key, in its place among the others: as a signal it would come before or behind its neighbours. */
    private boolean interrupt() {
        state = State.INTERRUPT;
        return true;
    }

    /** A Ctrl-C that ended the last command may reach this process as a signal only now; it is not meant for this line. */
    private boolean ignoreSignal() {
        terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
        return true;
    }

    /** Returns a key map that the reader has from its start. */
    private KeyMap<Binding> keys(String map) {
        return Objects.requireNonNull(getKeyMaps().get(map), map);
    }

    /** Home, End and the arrows have several spellings; a terminal's own description knows one of them. */
    private void keysOfAllTerminals() {
        for (String home : List.of("[H", "OH", "[1~", "[7~")) {
            keys(EMACS).bind(new Reference(BEGINNING_OF_LINE), ESCAPE + home);
        }
        for (String end : List.of("[F", "OF", "[4~", "[8~")) {
            keys(EMACS).bind(new Reference(END_OF_LINE), ESCAPE + end);
        }
        for (String start : List.of("[", "O")) {
            keys(EMACS).bind(new Reference(UP_LINE_OR_HISTORY), ESCAPE + start + "A");
            keys(EMACS).bind(new Reference(DOWN_LINE_OR_HISTORY), ESCAPE + start + "B");
            keys(EMACS).bind(new Reference(FORWARD_CHAR), ESCAPE + start + "C");
            keys(EMACS).bind(new Reference(BACKWARD_CHAR), ESCAPE + start + "D");
        }
        for (String map : List.of(EMACS, DUMB)) {
            // by name: a list of candidates hands on named bindings alone
            keys(map).bind(new Reference(INTERRUPT), String.valueOf((char) CTRL_C));
        }
    }

    @Override
    public String readLine(
            @Nullable String prompt,
            @Nullable String rightPrompt,
            @Nullable MaskingCallback mask,
            @Nullable String buffer) {
        ending = false;
        return super.readLine(prompt, rightPrompt, mask, buffer);
    }

    @Override
    protected Comparator<Candidate> getCandidateComparator(boolean caseInsensitive, String word) {
        return Comparator.comparingInt(Candidate::sort);
    }

    @Override
    protected boolean expandOrComplete() {
        boolean done = super.expandOrComplete();
        String text = buf.toString();
        int cursor = buf.cursor();
        lateNames.whenTheyCome(() -> completeLate(text, cursor));
        return done;
    }

    /** Completes what was typed when Tab was pressed, unless something else has been typed since. */
    private void completeLate(String text, int cursor) {
        lock.lock();
        try {
            if (reading && buf.toString().equals(text) && buf.cursor() == cursor) {
                boolean filled = fill(text, cursor);
                if (!filled) {
                    doComplete(CompletionType.List, false, false, true);
                    // the answer may have been one to another question
                    lateNames.whenTheyCome(() -> completeLate(text, cursor));
                }
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean fill(String text, int cursor) {
        if (!(parser.parse(text, cursor, Parser.ParseContext.COMPLETE) instanceof WordParser.Line line)) {
            return false;
        }
        Completion completion = line.completion();
        FittingCandidates fitting = new FittingCandidates();
        fitting.compile(options, false, line, false, 0, "");
        List<dev.monsh.cli.completion.Candidate> prefixed = completion.prefixed();
        boolean single = prefixed.size() == 1 || completion.candidates().size() == 1;
        dev.monsh.cli.completion.@Nullable Candidate only =
                !single ? null : prefixed.isEmpty() ? completion.candidates().getFirst() : prefixed.getFirst();
        String filled = only == null ? fitting.getCommonPrefix() : only.text();
        if (filled.isEmpty() || (only == null && !filled.startsWith(line.word())) || filled.equals(line.word())) {
            return false;
        }
        buf.backspace(line.rawWordLength());
        buf.write(line.escape(filled, only != null && only.whole()) + (only != null && only.whole() ? " " : ""));
        return true;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        if (ending) {
            return shown;
        }
        AttributedStringBuilder all = new AttributedStringBuilder().tabs(getTabWidth());
        all.append(shown);
        if (post == null) {
            ghost().ifPresent(rest -> all.styled(AttributedStyle.DEFAULT.faint(), rest));
            status.get()
                    .ifPresent(line -> all.append("\n")
                            .styled(color ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT, fitting(line)));
        }
        return all.toAttributedString();
    }

    private String fitting(String line) {
        int room = Math.max(1, terminal.getWidth() - 1);
        return TextWidth.of(line) <= room ? line : TextWidth.prefix(line, room);
    }

    /** Returns the rest of the newest line that begins as what is typed; shown only where it can be told from that. */
    private Optional<String> ghost() {
        String typed = buf.toString();
        if (!color || typed.isBlank() || buf.cursor() != typed.length() || typed.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        for (int i = getHistory().last(); i >= Math.max(0, getHistory().first()); i--) {
            String line = getHistory().get(i);
            if (line.length() > typed.length() && line.startsWith(typed) && line.indexOf('\n') < 0) {
                return Optional.of(line.substring(typed.length()));
            }
        }
        return Optional.empty();
    }

    @Override
    protected boolean forwardChar() {
        Optional<String> rest = ghost();
        rest.ifPresent(buf::write);
        return rest.isPresent() || super.forwardChar();
    }

    @Override
    protected void doCleanup(boolean nl) {
        ending = true;
        super.doCleanup(nl);
    }

    @Override
    protected boolean doSearchHistory(boolean backward) {
        HistorySearch search = new HistorySearch(historyLines());
        String original = buf.toString();
        int cursor = buf.cursor();
        try {
            while (true) {
                post = () -> new AttributedString(
                        (search.isFailing() ? "nothing found: " : "search: ") + search.term() + "_");
                buf.clear();
                buf.write(search.line());
                buf.cursor(search.offset());
                redisplay();
                int c = bindingReader.readCharacter();
                if (c == CTRL_R) {
                    search.older();
                } else if (c == CTRL_S) {
                    search.newer();
                } else if (c == BACKSPACE || c == DELETE) {
                    search.erase();
                } else if (c >= ' ') {
                    search.type((char) c);
                } else {
                    return endSearch(search, c, original, cursor);
                }
            }
        } finally {
            post = null;
        }
    }

    /** Enter runs the line that was found; a search that found none gives back what was typed before it. */
    private boolean endSearch(HistorySearch search, int c, String original, int cursor) {
        if (c == CTRL_G || c == CTRL_C || c < 0 || search.line().isEmpty()) {
            buf.clear();
            buf.write(original);
            buf.cursor(cursor);
            return true;
        }
        bindingReader.runMacro(String.valueOf((char) c));
        return true;
    }

    private List<String> historyLines() {
        List<String> lines = new ArrayList<>();
        for (History.Entry entry : getHistory()) {
            lines.add(entry.line());
        }
        return lines;
    }

    /** Opens the user's editor on the line; what it leaves is run. */
    @Override
    protected boolean editAndExecute() {
        Optional<String> edited = editor.edit(buf.toString(), terminal);
        redrawLine();
        if (edited.isEmpty()) {
            return false;
        }
        buf.clear();
        buf.write(edited.get());
        redisplay();
        if (!edited.get().isBlank()) {
            bindingReader.runMacro("\r");
        }
        return true;
    }
}
