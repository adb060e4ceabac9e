import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures the console on a pseudo-terminal that {@code script} of util-linux makes: the time from a key to the screen while the
 * server answers after 5 s, hangs or is down, and the time from the start to the first prompt, in pairs with an empty JVM.
 *
 * <p>Run as {@code java packaging/ConsoleSpeed.java target/dist/monsh/bin/monsh}; needs JAVA_HOME for the empty JVM.
 */
final class ConsoleSpeed {

    /** Letters that are in no escape sequence and in no text of the console. */
    private static final String KEYS = "VWYQ";

    private static final int KEYS_TYPED = 200;
    private static final int PAIRS = 15;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final String monsh;

    private ConsoleSpeed(String monsh) {
        this.monsh = monsh;
    }

    public static void main(String[] words) throws Exception {
        ConsoleSpeed speed = new ConsoleSpeed(Path.of(words[0]).toAbsolutePath().toString());
        try (Server slow = new Server(5_000);
                Server hanging = new Server(Integer.MAX_VALUE)) {
            speed.keys("answers after 5 s", slow.url());
            speed.keys("hangs", hanging.url());
        }
        String gone;
        try (Server down = new Server(0)) {
            gone = down.url();
        }
        speed.keys("is down", gone);
        speed.starts(gone);
    }

    /** A server that accepts connections and answers after a while, with nothing. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        Server(int millis) throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try {
                        Socket client = socket.accept();
                        Thread.ofVirtual().start(() -> answer(client, millis));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
        }

        private static void answer(Socket client, int millis) {
            try (client) {
                Thread.sleep(millis);
                String body = "{\"status\":\"success\",\"data\":[]}";
                client.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                        + "\r\nConnection: close\r\n\r\n" + body)
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException | InterruptedException e) {
                // the console has given up
            }
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** A console on a terminal. */
    private final class Terminal implements AutoCloseable {
        private final Process process;
        private final StringBuffer shown = new StringBuffer();

        Terminal(String url, Path home) throws IOException {
            ProcessBuilder builder =
                    new ProcessBuilder("script", "-qfec", "stty rows 40 cols 100; exec '" + monsh + "'", "/dev/null");
            builder.environment()
                    .putAll(Map.of(
                            "MONSH_PROMETHEUS_URL",
                            url,
                            "HOME",
                            home.toString(),
                            "TERM",
                            "xterm-256color",
                            "SHELL",
                            "/bin/sh"));
            builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
            process = builder.directory(home.toFile()).redirectErrorStream(true).start();
            Thread.ofPlatform().daemon().start(this::read);
        }

        private void read() {
            byte[] buffer = new byte[8192];
            try (InputStream in = process.getInputStream()) {
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    shown.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                // closed
            }
        }

        void type(String keys) throws IOException {
            OutputStream keyboard = process.getOutputStream();
            keyboard.write(keys.getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
        }

        void await(String text, int from) {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (shown.indexOf(text, from) < 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("waited in vain for " + text + "; shown: " + shown.substring(from));
                }
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void keys(String what, String url) throws Exception {
        Path home = Files.createTempDirectory("console-speed");
        List<Double> millis = new ArrayList<>();
        try (Terminal terminal = new Terminal(url, home)) {
            terminal.await("> ", 0);
            terminal.type("query ");
            Thread.sleep(500);
            for (int i = 0; i < KEYS_TYPED; i++) {
                String key = String.valueOf(KEYS.charAt(i % KEYS.length()));
                int from = terminal.shown.length();
                long start = System.nanoTime();
                terminal.type((i % 5 == 0 ? "\t" : "") + key);
                terminal.await(key, from);
                millis.add((System.nanoTime() - start) / 1e6);
                Thread.sleep(15);
                if (i % 40 == 39) {
                    terminal.type("\u0015query ");
                    Thread.sleep(200);
                }
            }
        }
        print("key to screen, server " + what, "ms", millis);
    }

    private void starts(String url) throws Exception {
        Path home = Files.createTempDirectory("console-speed");
        Path empty =
                Files.writeString(home.resolve("Empty.java"), "class Empty { public static void main(String[] a) {} }");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(java + "c", "-d", home.toString(), empty.toString())
                .inheritIO()
                .start()
                .waitFor();
        List<Double> prompts = new ArrayList<>();
        List<Double> empties = new ArrayList<>();
        for (int i = 0; i <= PAIRS; i++) {
            long start = System.nanoTime();
            try (Terminal terminal = new Terminal(url, home)) {
                terminal.await("> ", 0);
                if (i > 0) {
                    prompts.add((System.nanoTime() - start) / 1e9);
                }
            }
            start = System.nanoTime();
            new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", home.toString(), "Empty")
                    .start()
                    .waitFor();
            if (i > 0) {
                empties.add((System.nanoTime() - start) / 1e9);
            }
        }
        print("start to first prompt", "s", prompts);
        print("empty JVM, start to end", "s", empties);
    }

    private static void print(String what, String unit, List<Double> values) {
        Collections.sort(values);
        System.out.printf(
                Locale.ROOT,
                "%-42s median %.3f  99%% %.3f  most %.3f %s%n",
                what,
                values.get(values.size() / 2),
                values.get(Math.max(0, (int) Math.ceil(values.size() * 0.99) - 1)),
                values.getLast(),
                unit);
    }
}
