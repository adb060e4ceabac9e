package dev.monsh.testing.stack;

import dev.monsh.failure.MonshException;
import dev.monsh.stack.Probe;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ServerControl;
import dev.monsh.stack.reload.ReloadTrigger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers that answer what they were given, each at its URL, and note what was asked of them; others do not answer. */
public final class FakeServers implements Probe, ReloadTrigger, ServerControl {

    private final Map<String, ProbeAnswer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Optional<MonshException> fault = Optional.empty();
    private Runnable onReload = () -> {};

    /** Sets what a URL is answered with from now on. */
    public void answer(String url, int status, String body) {
        answers.put(url, new ProbeAnswer(status, body));
    }

    /** Lets the servers' own check of a file fail. */
    public void reject(MonshException failure) {
        fault = Optional.of(failure);
    }

    /** Runs this when a server is told to read its file again. */
    public void onReload(Runnable action) {
        onReload = action;
    }

    /** Returns what was asked besides GETs, such as {@code POST http://…} and {@code check loki}. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public ProbeAnswer get(URI url, Duration timeout) {
        return answers.getOrDefault(url.toString(), ProbeAnswer.none("connection refused"));
    }

    @Override
    public ProbeAnswer post(URI url, Duration timeout) {
        asked.add("POST " + url);
        ProbeAnswer answer = get(url, timeout);
        if (answer.ok()) {
            onReload.run();
        }
        return answer;
    }

    @Override
    public void check(Stack stack, StackService service) {
        asked.add("check " + service.name());
        fault.ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public void hangUp(Stack stack, StackService service) {
        asked.add("SIGHUP " + service.name());
        onReload.run();
    }
}
