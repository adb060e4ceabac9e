package dev.monsh.app.console;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.LineScan;
import dev.monsh.command.Following;
import dev.monsh.os.SearchPath;
import dev.monsh.os.UserProgram;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** Chooses how results that do not fit the screen are shown: by {@code less} where it is, else page by page ourselves. */
final class Pagers {

    /** Quit if one screen is enough after all, keep colours, and leave the pages on the screen. */
    private static final String LESS = "exec less -RFX";

    /** What draws the screen itself, runs without an end or asks on its way. */
    private static final Set<String> NOT_PAGED = Set.of("top", "watch", "demo", "run", "clear");

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Path folder;

    Pagers(Terminal terminal, Map<String, String> environment, Path folder) {
        this.terminal = terminal;
        this.environment = environment;
        this.folder = folder;
    }

    /** Returns the pager for a line; empty where its results go to the screen as they come. */
    Optional<PagedScreen.Pager> of(LineScan line) {
        boolean asTheyCome = line.path().isEmpty()
                || NOT_PAGED.contains(line.path().getFirst())
                || line.parts().stream()
                        .anyMatch(part -> part.option()
                                        .filter(option -> option == GlobalOptions.NO_PAGER || Following.isOne(option))
                                        .isPresent()
                                || (NOT_PAGED.contains(part.lexeme().text()) && part.role() == LineScan.Role.COMMAND));
        if (asTheyCome) {
            return Optional.empty();
        }
        boolean less = SearchPath.of(environment).find("less").isPresent();
        return Optional.of(less ? this::less : this::ownPages);
    }

    private OutputStream less() throws IOException {
        UserProgram less = UserProgram.fed(LESS, folder);
        return new FilterOutputStream(less.input()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                try {
                    super.close();
                } catch (IOException e) {
                    // who has left the pager has seen enough
                }
                less.awaitUninterrupted();
            }
        };
    }

    private OutputStream ownPages() {
        return new OutputStream() {
            private int line = 1;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                for (int i = from; i < from + length; i++) {
                    terminal.output().write(bytes[i]);
                    if (bytes[i] == '\n' && ++line > terminal.getHeight() - 1) {
                        line = nextPage();
                    }
                }
                terminal.output().flush();
            }
        };
    }

    /** Returns how many lines of the next page are taken already. */
    private int nextPage() throws IOException {
        terminal.writer().print("-- more: Space for a page, Enter for a line, q to quit --");
        terminal.flush();
        Attributes before = terminal.enterRawMode();
        try {
            while (true) {
                int key = terminal.reader().read();
                if (key == ' ') {
                    return 1;
                } else if (key == '\r' || key == '\n') {
                    return terminal.getHeight() - 1;
                } else if (key == 'q' || key == CommandRun.CTRL_C || key < 0) {
                    // as when a pager closes its pipe
                    throw new IOException("Broken pipe");
                }
            }
        } finally {
            terminal.setAttributes(before);
            terminal.writer().print("\r\u001b[K");
            terminal.flush();
        }
    }
}
