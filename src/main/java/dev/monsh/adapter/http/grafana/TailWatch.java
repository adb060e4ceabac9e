package dev.monsh.adapter.http.grafana;

import dev.monsh.grafana.datasource.TailAnswer;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.TailFrame;
import dev.monsh.logs.TailListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until a live tail is known to work: it opened, and then lines came or it stayed open for a moment. */
final class TailWatch implements TailListener {

    /** A server that takes the connection only to say no does so at once. */
    private static final Duration STEADY = Duration.ofMillis(700);

    private final CompletableFuture<TailAnswer> first = new CompletableFuture<>();
    private final CompletableFuture<TailAnswer> second = new CompletableFuture<>();

    @Override
    public void opened() {
        first.complete(new TailAnswer.Open(false));
    }

    @Override
    public void frame(TailFrame frame) {
        if (!frame.lines().isEmpty()) {
            second.complete(new TailAnswer.Open(true));
        }
    }

    @Override
    public void ended(TailEnd end) {
        TailAnswer answer = switch (end) {
            case TailEnd.Answered answered -> new TailAnswer.Answered(answered.status(), answered.body());
            case TailEnd.Closed(int code, String reason) ->
                new TailAnswer.Broken("the server closed it (" + code + (reason.isEmpty() ? "" : ": " + reason) + ")");
            case TailEnd.Broken(String why) -> new TailAnswer.Broken("the connection broke: " + why);
            case TailEnd.Unreachable(String why) -> new TailAnswer.Broken(why);
        };
        first.complete(answer);
        second.complete(answer);
    }

    /** Waits for the answer, for the opening at most as long as the limit. */
    TailAnswer await(Duration limit) {
        TailAnswer answer = await(first, limit, new TailAnswer.Broken("no answer within " + limit.toMillis() + " ms"));
        return answer instanceof TailAnswer.Open ? await(second, STEADY, answer) : answer;
    }

    private static TailAnswer await(CompletableFuture<TailAnswer> future, Duration limit, TailAnswer late) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return late;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TailAnswer.Broken("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it with a failure", e);
        }
    }
}
