package dev.monsh.app.console;

import dev.monsh.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The screen while a command runs whose results may not fit it. They are held back until they are complete, are flushed or no
 * longer fit; then a pager takes them. What is flushed before is live and stays on the screen. Messages wait for the pager's
 * end.
 */
final class PagedScreen implements AutoCloseable {

    private final int rows;
    private final int columns;
    private final Pager pager;
    private final ByteArrayOutputStream heldMessages = new ByteArrayOutputStream();
    private final Console console;
    private Optional<OutputStream> pages = Optional.empty();
    private OutputStream messages = OutputStream.nullOutputStream();

    /** Shows results page by page. */
    interface Pager {
        /** Starts; who has seen enough ends the stream as a closed pipe. Closing it waits until everything was seen. */
        OutputStream start() throws IOException;
    }

    PagedScreen(Console screen, Pager pager) {
        this.rows = screen.profile().height();
        this.columns = Math.max(1, screen.profile().width());
        this.pager = pager;
        this.console = screen.through(Results::new, Messages::new);
    }

    Console console() {
        return console;
    }

    /** Waits until the pages have been read, and says what there is to say after them. */
    @Override
    public void close() throws IOException {
        console.out().flush();
        if (pages.isPresent()) {
            pages.get().close();
            pages = Optional.empty();
            heldMessages.writeTo(messages);
            messages.flush();
        }
    }

    /** Results on their way to the screen. */
    private final class Results extends OutputStream {
        private final OutputStream screen;
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private boolean live;
        private boolean escape;
        private int line = 1;
        private int column;

        Results(OutputStream screen) {
            this.screen = screen;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (pages.isPresent()) {
                pages.get().write(bytes, from, length);
            } else if (live) {
                screen.write(bytes, from, length);
            } else {
                held.write(bytes, from, length);
                measure(bytes, from, length);
                // the prompt and the status line below it need room as well
                if (line > rows - 2) {
                    pages = Optional.of(pager.start());
                    held.writeTo(pages.get());
                    held.reset();
                }
            }
        }

        /** Counts the lines that the bytes take on the screen. */
        private void measure(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                int b = bytes[i];
                if (b == '\n') {
                    line++;
                    column = 0;
                } else if (b == 0x1b) {
                    escape = true;
                } else if (escape) {
                    escape = !(b >= '@' && b <= '~' && b != '[');
                } else if ((b & 0xc0) != 0x80 && ++column > columns) {
                    line++;
                    column = 1;
                }
            }
        }

        @Override
        public void flush() throws IOException {
            if (pages.isPresent()) {
                pages.get().flush();
                return;
            }
            live = live || held.size() > 0;
            held.writeTo(screen);
            held.reset();
            screen.flush();
        }
    }

    /** Messages on their way to the screen. */
    private final class Messages extends OutputStream {

        private final OutputStream screen;

        Messages(OutputStream screen) {
            this.screen = screen;
            messages = screen;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (pages.isPresent()) {
                heldMessages.write(bytes, from, length);
            } else {
                screen.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (pages.isEmpty()) {
                screen.flush();
            }
        }
    }
}
