package dev.monsh.testing;

import dev.monsh.logs.LogLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** One WebSocket of the stand-in (RFC 6455): frames of lines, a ping a second, and an end as scripted. */
final class StandInTail {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final HttpExchange exchange;
    private final Predicate<LogLine> matcher;
    private final List<LogLine> waiting = new ArrayList<>();
    private final List<LogLine> dropped = new ArrayList<>();
    private volatile boolean over;
    private volatile boolean silent;

    StandInTail(HttpExchange exchange, Predicate<LogLine> matcher) {
        this.exchange = exchange;
        this.matcher = matcher;
    }

    boolean isOver() {
        return over;
    }

    synchronized void offer(LogLine line, boolean drop) {
        if (matcher.test(line)) {
            (drop ? dropped : waiting).add(line);
        }
    }

    void shakeHands() throws IOException {
        String accept = Base64.getEncoder()
                .encodeToString(sha1(exchange.headers.getOrDefault("sec-websocket-key", "") + MAGIC));
        exchange.out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        exchange.out.flush();
        Thread.ofVirtual().start(this::readOn);
    }

    /** Sends what waits; called again and again. */
    synchronized void flush(boolean ping) {
        if (over || silent) {
            return;
        }
        try {
            if (!waiting.isEmpty() || !dropped.isEmpty()) {
                send(TEXT, StandInJson.frame(waiting, dropped).getBytes(StandardCharsets.UTF_8));
                waiting.clear();
                dropped.clear();
            }
            if (ping) {
                send(PING, new byte[0]);
            }
        } catch (IOException e) {
            over = true;
        }
    }

    synchronized void end(TailEnding ending) {
        try {
            switch (ending) {
                case TailEnding.Close close -> close(close);
                case TailEnding.Cut cut -> exchange.socket.close();
                case TailEnding.HalfFrame half -> {
                    exchange.out.write(new byte[] {(byte) 0x81, 120, '{', '"', 's', 't', 'r', 'e'});
                    exchange.out.flush();
                    exchange.socket.close();
                }
                case TailEnding.Silence silence -> silent = true;
            }
        } catch (IOException e) {
            // the other end was quicker
        }
        over = !silent;
    }

    private void close(TailEnding.Close close) throws IOException {
        byte[] reason = close.reason().getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[reason.length + 2];
        payload[0] = (byte) (close.code() >> 8);
        payload[1] = (byte) close.code();
        System.arraycopy(reason, 0, payload, 2, reason.length);
        send(CLOSE, payload);
    }

    private synchronized void send(int opcode, byte[] payload) throws IOException {
        exchange.out.write(0x80 | opcode);
        if (payload.length < 126) {
            exchange.out.write(payload.length);
        } else if (payload.length < 65536) {
            exchange.out.write(126);
            exchange.out.write(payload.length >> 8);
            exchange.out.write(payload.length);
        } else {
            exchange.out.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                exchange.out.write((int) ((long) payload.length >> shift));
            }
        }
        exchange.out.write(payload);
        exchange.out.flush();
    }

    /** Answers pings until the client goes. Frames of a client are masked and here always short. */
    private void readOn() {
        try {
            while (true) {
                int first = exchange.in.read();
                int length = exchange.in.read() & 0x7f;
                if (first < 0) {
                    break;
                }
                byte[] mask = exchange.in.readNBytes(4);
                byte[] payload = exchange.in.readNBytes(length);
                for (int i = 0; i < payload.length; i++) {
                    payload[i] ^= mask[i % 4];
                }
                int opcode = first & 0x0f;
                if (opcode == PING && !silent) {
                    send(PONG, payload);
                } else if (opcode == CLOSE && !silent) {
                    break;
                }
            }
            exchange.socket.close();
        } catch (IOException e) {
            // gone is gone
        }
        over = true;
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
