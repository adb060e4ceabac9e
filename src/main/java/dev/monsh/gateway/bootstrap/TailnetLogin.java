package dev.monsh.gateway.bootstrap;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.TimedOutException;
import dev.monsh.step.Sight;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The gateway's login to the tailnet: with a key, or by a link that a person opens. */
final class TailnetLogin {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final BootstrapScript script;
    private final TailnetJoin join;
    private final Duration patience;
    private final Pause pause;
    private final InstantSource clock;
    private final Consumer<String> progress;

    TailnetLogin(
            BootstrapScript script,
            TailnetJoin join,
            Duration patience,
            Pause pause,
            InstantSource clock,
            Consumer<String> progress) {
        this.script = script;
        this.join = join;
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
        this.progress = progress;
    }

    Sight look() {
        TailscaleLoginState state = state();
        if (state.isIn()) {
            return new Sight.Right("logged in as " + String.join(", ", state.addresses()));
        }
        return new Sight.Wrong(
                join instanceof TailnetJoin.ByKey ? "log in with the auth key" : "log in: a link is shown to open");
    }

    void act() {
        if (join instanceof TailnetJoin.ByKey(var key)) {
            byte[] line = (new String(key.chars()).strip() + "\n").getBytes(StandardCharsets.UTF_8);
            script.act("key", script.upload("auth-key", Bytes.of(line)));
        } else {
            script.act("link");
        }
        await();
    }

    private void await() {
        Instant start = clock.instant();
        Optional<String> shown = Optional.empty();
        boolean told = false;
        TailscaleLoginState state = state();
        while (!state.isIn()) {
            if (state.link().isPresent() && !state.link().equals(shown)) {
                shown = state.link();
                progress.accept("to log the gateway in, open " + shown.get());
            }
            if (state.waitsForApproval() && !told) {
                told = true;
                progress.accept("an administrator of the tailnet has to approve the gateway");
            }
            if (Duration.between(start, clock.instant()).compareTo(patience) > 0) {
                throw new TimedOutException("tailscale up", "nobody logged in within " + patience.toSeconds() + " s");
            }
            pause.wait(BETWEEN);
            state = state();
        }
    }

    private TailscaleLoginState state() {
        return TailscaleLoginState.of(script.ask("login").text("status"));
    }
}
