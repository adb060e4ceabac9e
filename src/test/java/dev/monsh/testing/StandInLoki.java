package dev.monsh.testing;

import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.TimeRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A server on loopback that speaks as a recorded Loki 3.6 did, with lines in memory, and that can be told to fail in all
 * the ways that a Loki, its restarts and the proxies before it fail.
 */
public final class StandInLoki implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** An answer given instead of the real one. */
    public record Canned(int status, String contentType, String body) {}

    private static final long FLUSH_MILLIS = 20;
    private static final int FLUSHES_PER_PING = 50;

    private final LineStore store = new LineStore();
    private final List<StandInTail> tails = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<String, Queue<Canned>> scripts = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger toDrop = new AtomicInteger();
    private final AtomicInteger tailsTaken = new AtomicInteger();
    private volatile int pageCeiling = 5000;
    private volatile long longestRangeNanos = Long.MAX_VALUE;
    private volatile Duration requestTime = Duration.ZERO;
    private volatile Duration hourTime = Duration.ZERO;
    private volatile boolean stopping;
    private final AtomicInteger held = new AtomicInteger();
    private volatile int port;
    private volatile boolean running;
    private volatile ServerSocket server;

    private StandInLoki() throws IOException {
        this.server = listen(0);
        this.port = server.getLocalPort();
    }

    public static StandInLoki start() {
        try {
            StandInLoki loki = new StandInLoki();
            loki.run();
            return loki;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Adds a line and gives it to the tails that are open. */
    public void push(long timestampNanos, Labels labels, String text) {
        LogLine line = new LogLine(timestampNanos, labels, text);
        boolean drop = toDrop.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        // a tail must not miss a line that a query made meanwhile does not see
        synchronized (store) {
            store.add(timestampNanos, labels, text);
            tails.forEach(tail -> tail.offer(line, drop));
        }
    }

    public LineStore store() {
        return store;
    }

    public StandInLoki pageCeiling(int lines) {
        this.pageCeiling = lines;
        return this;
    }

    public StandInLoki longestRangeNanos(long nanos) {
        this.longestRangeNanos = nanos;
        return this;
    }

    /**
     * Answers queries for lines as slowly as a Loki that looks at the whole range.
     *
     * @param request what each request takes
     * @param hour what each hour of its range takes beside that
     */
    public StandInLoki answerTime(Duration request, Duration hour) {
        this.requestTime = request;
        this.hourTime = hour;
        return this;
    }

    /** Ends its tails as a Loki that stops gracefully, and leaves queries unanswered from now on. */
    public void beginStopping() {
        stopping = true;
        endTails(new TailEnding.Close(1011, "empty ring"));
    }

    /** Returns how many queries hold the shutdown: those that are under way and were not given up. */
    public int heldQueries() {
        return held.get();
    }

    /** Leaves the next lines out of the tails and names them in {@code dropped_entries}. */
    public void dropNext(int lines) {
        toDrop.set(lines);
    }

    /** Answers the next requests of a path ({@code query_range}, {@code tail}) with something else. */
    public void script(String call, Canned... answers) {
        scripts.computeIfAbsent("/loki/api/v1/" + call, none -> new ConcurrentLinkedQueue<>())
                .addAll(List.of(answers));
    }

    public void endTails(TailEnding ending) {
        tails.forEach(tail -> tail.end(ending));
        tails.clear();
    }

    public int openTails() {
        tails.removeIf(StandInTail::isOver);
        return tails.size();
    }

    public int tailsTaken() {
        return tailsTaken.get();
    }

    /** Returns the paths and queries of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Ends as a killed server does; the lines stay. */
    public void kill() {
        running = false;
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tails.clear();
    }

    /** Comes back on the same port after {@link #kill()}. */
    public void comeBack() {
        try {
            stopping = false;
            server = listenAgain();
            run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Meanwhile a connection of somebody else, or of who looks for this server, may have got the port for its own end. */
    private ServerSocket listenAgain() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return listen(port);
            } catch (BindException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        return socket;
    }

    private void run() {
        running = true;
        ServerSocket listening = server;
        Thread.ofVirtual().start(() -> accept(listening));
        Thread.ofVirtual().start(() -> flushTails(listening));
    }

    private void accept(ServerSocket listening) {
        while (running) {
            try {
                Socket socket = listening.accept();
                if (listening.isClosed()) {
                    // Java may take one more connection while it closes
                    socket.close();
                    return;
                }
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void flushTails(ServerSocket listening) {
        for (int i = 0; !listening.isClosed(); i++) {
            boolean ping = i % FLUSHES_PER_PING == 0;
            tails.forEach(tail -> tail.flush(ping));
            try {
                Thread.sleep(FLUSH_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            HttpExchange exchange = new HttpExchange(socket);
            while (exchange.next()) {
                requests.add(exchange.path + " " + exchange.parameters);
                Queue<Canned> script = scripts.getOrDefault(exchange.path, new ArrayDeque<>());
                Canned canned = script.poll();
                if (stopping && exchange.path.endsWith("/query_range")) {
                    hold(exchange);
                    return;
                }
                if (canned != null) {
                    exchange.answer(canned.status(), canned.contentType(), canned.body());
                } else if (exchange.path.equals("/loki/api/v1/tail")) {
                    tail(exchange);
                    return;
                } else {
                    Canned answer = answer(exchange);
                    exchange.answer(answer.status(), answer.contentType(), answer.body());
                }
            }
            socket.close();
        } catch (IOException e) {
            // the client went
        } finally {
            sockets.removeIf(Socket::isClosed);
        }
    }

    /** Waits until the client goes. */
    private void hold(HttpExchange exchange) throws IOException {
        held.incrementAndGet();
        try {
            exchange.in.transferTo(OutputStream.nullOutputStream());
        } finally {
            held.decrementAndGet();
            exchange.socket.close();
        }
    }

    private void tail(HttpExchange exchange) throws IOException {
        if (!exchange.headers
                .getOrDefault("upgrade", "")
                .toLowerCase(Locale.ROOT)
                .equals("websocket")) {
            exchange.answer(400, "text/plain; charset=utf-8", "Bad Request\n");
            return;
        }
        String expression = exchange.parameters.getOrDefault("query", "");
        if (StandInExpression.isMetric(expression)) {
            StandInTail tail = new StandInTail(exchange, line -> false);
            tail.shakeHands();
            tail.end(new TailEnding.Close(1011, "only log selector is supported"));
            return;
        }
        Predicate<LogLine> matcher;
        try {
            matcher = StandInExpression.parse(expression);
        } catch (IllegalArgumentException e) {
            exchange.answer(400, "text/plain; charset=utf-8", e.getMessage());
            return;
        }
        StandInTail tail = new StandInTail(exchange, matcher);
        tail.shakeHands();
        tailsTaken.incrementAndGet();
        synchronized (store) {
            tails.add(tail);
        }
    }

    private Canned answer(HttpExchange exchange) {
        return switch (exchange.path.replaceFirst("^/loki/api/v1/", "")) {
            case "query_range" -> range(exchange.parameters);
            case "series" ->
                json(StandInJson.series(
                        store.streams(StandInExpression.parse(exchange.parameters.getOrDefault("match[]", "")))));
            case "labels" ->
                json(StandInJson.names(store.streams(line -> true).stream()
                        .flatMap(labels -> labels.values().keySet().stream())
                        .distinct()
                        .toList()));
            case "query" ->
                StandInExpression.isMetric(exchange.parameters.getOrDefault("query", ""))
                        ? Recorded.answer("query_instant_vector")
                        : Recorded.answer("query_instant_log_error");
            case "index/stats" -> Recorded.answer("index_stats");
            case "index/volume" -> Recorded.answer("index_volume");
            case "detected_fields" -> Recorded.answer("detected_fields");
            default -> labelValues(exchange.path);
        };
    }

    private Canned labelValues(String path) {
        String label = path.replaceFirst("^/loki/api/v1/label/([^/]+)/values$", "$1");
        return label.equals(path)
                ? text(404, "404 page not found\n")
                : json(StandInJson.names(store.streams(line -> true).stream()
                        .map(labels -> labels.get(label))
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .sorted()
                        .toList()));
    }

    private Canned range(Map<String, String> parameters) {
        String expression = parameters.getOrDefault("query", "");
        int limit = Integer.parseInt(parameters.getOrDefault("limit", "100"));
        TimeRange range = new TimeRange(
                Long.parseLong(parameters.getOrDefault("start", "0")),
                Long.parseLong(parameters.getOrDefault("end", "0")));
        if (StandInExpression.isMetric(expression)) {
            return Recorded.answer("query_range_matrix");
        }
        if (limit > pageCeiling) {
            return text(
                    400,
                    "max entries limit per query exceeded, limit > max_entries_limit_per_query (" + limit + " > "
                            + pageCeiling + ")");
        }
        if (range.length().toNanos() > longestRangeNanos) {
            return text(
                    400,
                    "the query time range exceeds the limit (query length: " + range.length() + ", limit: "
                            + longestRangeNanos / 1_000_000_000L + "s)");
        }
        Direction direction = parameters.getOrDefault("direction", "backward").equals("forward")
                ? Direction.FORWARD
                : Direction.BACKWARD;
        takeTime(range);
        try {
            synchronized (store) {
                return json(StandInJson.page(store.find(StandInExpression.parse(expression), range, limit, direction)));
            }
        } catch (IllegalArgumentException e) {
            return text(400, e.getMessage());
        }
    }

    private void takeTime(TimeRange range) {
        long nanos = requestTime.toNanos() + (long) (hourTime.toNanos() * (range.lengthNanos() / 3.6e12));
        try {
            if (nanos > 0) {
                Thread.sleep(Duration.ofNanos(nanos));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Canned json(String body) {
        return new Canned(200, "application/json; charset=UTF-8", body);
    }

    private static Canned text(int status, String body) {
        return new Canned(status, "text/plain; charset=utf-8", body);
    }
}
