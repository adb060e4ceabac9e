package dev.monsh.adapter.http.loki;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.monsh.adapter.http.client.AnswerCheck;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.TailListener;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Translates OkHttp's WebSocket events for a tail listener. */
final class LokiTailListener extends WebSocketListener {

    private static final int NORMAL_CLOSURE = 1000;
    private static final int LONGEST_MESSAGE = 64 * 1024;

    private final TailListener listener;
    private final Function<IOException, String> reason;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean open;

    /**
     * Passes on to a listener.
     *
     * @param reason says why a connection could not be made
     */
    LokiTailListener(TailListener listener, Function<IOException, String> reason) {
        this.listener = listener;
        this.reason = reason;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        open = true;
        listener.opened();
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        try (JsonParser json = LokiAnswers.parser(text)) {
            listener.frame(LokiTailFrames.read(json));
        } catch (JsonProcessingException e) {
            end(new TailEnd.Broken("a frame is not from Loki: " + e.getOriginalMessage()));
            socket.cancel();
        } catch (IOException e) {
            end(new TailEnd.Broken(text(e)));
            socket.cancel();
        }
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        onMessage(socket, bytes.utf8());
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(NORMAL_CLOSURE, null);
        end(new TailEnd.Closed(code, reason));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
        if (response != null && response.code() != 101) {
            end(new TailEnd.Answered(response.code(), contentType(response), body(response)));
        } else if (open) {
            end(new TailEnd.Broken(text(failure)));
        } else {
            end(new TailEnd.Unreachable(failure instanceof IOException e ? reason.apply(e) : text(failure)));
        }
    }

    private void end(TailEnd end) {
        if (ended.compareAndSet(false, true)) {
            listener.ended(end);
        }
    }

    private static String contentType(Response response) {
        String type = response.header("Content-Type", "");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String body(Response response) {
        try {
            return AnswerCheck.errorText(
                    response.peekBody(LONGEST_MESSAGE).string().strip());
        } catch (IOException | IllegalStateException unreadable) {
            return "";
        }
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
