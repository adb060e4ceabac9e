package dev.monsh.gateway.check;

import dev.monsh.box.SecretValue;
import dev.monsh.failure.PartialException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.host.PortProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The last step of a change: every port of it is asked from outside. The change stays whatever they say. */
public final class PublicPorts {

    private final PortProbe outside;
    private final String publicHost;
    private final PortProbe inside;

    /**
     * Takes what asks from where the clients are.
     *
     * @param publicHost the address under which clients reach the gateway
     * @param inside asks the targets from the gateway, where a port answers without asking what is behind it
     */
    public PublicPorts(PortProbe outside, String publicHost, PortProbe inside) {
        this.outside = outside;
        this.publicHost = publicHost;
        this.inside = inside;
    }

    /**
     * Asks the ports, all at once.
     *
     * @throws PartialException where nginx runs as it should and a port does not answer all the same
     */
    public void require(List<CheckedPort> ports) {
        List<CompletableFuture<Optional<String>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ports.forEach(port -> answers.add(CompletableFuture.supplyAsync(() -> failure(port), threads)));
        }
        List<String> failures =
                answers.stream().flatMap(answer -> answer.join().stream()).toList();
        if (!failures.isEmpty()) {
            throw new PartialException(
                    "gateway " + publicHost,
                    "nginx applied the change, but " + String.join("; ", failures),
                    new GatewayNextStep.Check());
        }
    }

    /**
     * Asks the ports with a new password, from the gateway itself: in clear text it must not leave the machine.
     *
     * @throws PartialException where nginx refuses it, or can't read the file with it
     */
    public void requireLogin(List<CheckedPort> ports, SecretValue credentials) {
        for (CheckedPort port : ports) {
            PortProbe.Question question = new PortProbe.Question(
                    port.question(), Optional.of(port.names().like(publicHost)), Optional.of(credentials), false);
            PortProbe.Answer answer = inside.ask("127.0.0.1", port.port(), question);
            if (answer instanceof PortProbe.Answer.Answered(int status) && (status == 401 || status == 500)) {
                throw new PartialException(
                        "gateway " + publicHost,
                        "nginx applied the change, but port " + port.port() + " " + answer.words()
                                + " to the new password",
                        new GatewayNextStep.RollBack());
            }
        }
    }

    private Optional<String> failure(CheckedPort port) {
        String name = "port " + port.port();
        return switch (outside.ask(publicHost, port.port(), port.asked(port.question(), publicHost))) {
            case PortProbe.Answer.Answered(int status) ->
                status >= 200 && status < 300 ? Optional.empty() : behind(port).map(said -> name + said);
            case PortProbe.Answer.Refused _ -> behind(port).map(said -> name + said);
            case PortProbe.Answer.NothingBehind nothing -> Optional.of(name + " " + nothing.words());
            case PortProbe.Answer.Unasked(String reason) -> Optional.of(name + ": " + reason);
            case PortProbe.Answer.Silent(String reason) -> Optional.of(name + " can't be reached from here: " + reason);
        };
    }

    /** nginx refuses by itself whoever has no password, the wrong address, or speaks no TLS. */
    private Optional<String> behind(CheckedPort port) {
        return port.target().flatMap(target -> {
            String leads = " leads to " + target + ":" + port.targetPort() + ", which ";
            return switch (inside.ask(target, port.targetPort(), port.question())) {
                case PortProbe.Answer.Answered _, PortProbe.Answer.Refused _, PortProbe.Answer.Unasked _ ->
                    Optional.empty();
                case PortProbe.Answer.NothingBehind nothing -> Optional.of(leads + nothing.words());
                case PortProbe.Answer.Silent(String reason) ->
                    Optional.of(leads + "does not answer the gateway: " + reason);
            };
        });
    }
}
