package dev.monsh.gateway.bootstrap;

import dev.monsh.failure.RejectedException;
import dev.monsh.gateway.check.GatewayLink;
import dev.monsh.gateway.host.Report;
import dev.monsh.step.Sight;
import dev.monsh.step.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps from a bare machine to a gateway. Each looks, acts where something is to be done, and looks again. */
public final class Bootstrap {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BootstrapScript script;
    private final String site;
    private final TailnetJoin join;
    private final TailscaleSource source;
    private final PackageLock lock;
    private final TailnetLogin login;
    private Optional<Report> system = Optional.empty();

    /**
     * Takes a connection, which stays the caller's to close.
     *
     * @param patience for apt's lock and for the login; empty for ten minutes
     * @param progress hears what is waited for
     */
    public Bootstrap(
            GatewayLink link,
            TailnetJoin join,
            TailscaleSource source,
            Optional<Duration> patience,
            Pause pause,
            InstantSource clock,
            Consumer<String> progress) {
        this.script = new BootstrapScript(link.host(), link.settings().nginx());
        this.site = link.path();
        this.join = join;
        this.source = source;
        Duration most = patience.orElse(PATIENCE);
        this.lock = new PackageLock(script, most, pause, clock, progress);
        this.login = new TailnetLogin(script, join, most, pause, clock, progress);
    }

    /** Returns the steps in their order; each builds on those before it. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(List.of(
                Step.check("system", () -> new Sight.Right(system().text("evidence"))),
                step("nginx", "nginx", true),
                step("default site", "default", false),
                step("site", "site", false, site),
                step("nginx service", "service", false)));
        steps.addAll(tailscale());
        return List.copyOf(steps);
    }

    private List<Step> tailscale() {
        if (join instanceof TailnetJoin.Never) {
            return List.of(Step.check("tailscale", () -> new Sight.NotConfigured("not wanted")));
        }
        return List.of(
                Step.of("tailscale packages", this::lookAtRepository, () -> {
                    lock.await();
                    script.act("repository", repository());
                }),
                step("tailscale", "tailscale", true),
                step("tailscale service", "daemon", false),
                Step.of("tailscale login", login::look, login::act));
    }

    private Sight lookAtRepository() {
        return script.look("repository", repository());
    }

    private Step step(String name, String what, boolean installs, String... arguments) {
        return Step.of(name, () -> script.look(what, arguments), () -> {
            if (installs) {
                lock.await();
            }
            script.act(what, arguments);
        });
    }

    private String[] repository() {
        String id = system().text("id");
        String codename = system().text("codename");
        if (!id.matches("debian|ubuntu") || !codename.matches("[a-z]+")) {
            throw new RejectedException(
                    "Tailscale's packages",
                    "there are none for " + system().text("evidence") + "; install Tailscale there by hand");
        }
        return new String[] {source.of(id), codename, source.keyOf(id, codename)};
    }

    private Report system() {
        Report seen = system.orElseGet(() -> script.ask("system"));
        system = Optional.of(seen);
        return seen;
    }
}
