package dev.monsh.gateway.check;

import dev.monsh.gateway.host.PortProbe;
import dev.monsh.gateway.map.MappingState;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks what mappings lead to, each target once and all of them at the same time. */
final class TargetStates {

    private final PortProbe inside;

    /** Takes what asks from where nginx is. */
    TargetStates(PortProbe inside) {
        this.inside = inside;
    }

    /** Returns the states in the order of the mappings, not later than the limit. */
    List<MappingState> of(List<PortMapping> mappings, Duration limit) {
        PortProbe.Answer late =
                new PortProbe.Answer.Silent(String.format(Locale.ROOT, "no answer within %d ms", limit.toMillis()));
        Map<CheckedPort, CompletableFuture<PortProbe.Answer>> asked = new HashMap<>();
        List<CheckedPort> targets = new ArrayList<>();
        for (PortMapping mapping : mappings) {
            CheckedPort target = CheckedPort.of(mapping).asTarget();
            targets.add(target);
            if (mapping.protocol() == Protocol.HTTP && target.target().isPresent()) {
                asked.computeIfAbsent(target, this::ask);
            }
        }
        asked.values().forEach(answer -> answer.completeOnTimeout(late, limit.toMillis(), TimeUnit.MILLISECONDS));
        List<MappingState> states = new ArrayList<>();
        for (int i = 0; i < mappings.size(); i++) {
            CompletableFuture<PortProbe.Answer> answer = asked.get(targets.get(i));
            PortMapping mapping = mappings.get(i);
            states.add(
                    answer == null || mapping.protocol() != Protocol.HTTP
                            ? MappingState.unasked(mapping)
                            : state(mapping, answer.join()));
        }
        return states;
    }

    private CompletableFuture<PortProbe.Answer> ask(CheckedPort target) {
        CompletableFuture<PortProbe.Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("target")
                .start(() -> answer.complete(
                        inside.ask(target.target().orElseThrow(), target.targetPort(), target.question())));
        return answer;
    }

    private static MappingState state(PortMapping mapping, PortProbe.Answer answer) {
        Optional<Boolean> answers = switch (answer) {
            case PortProbe.Answer.Answered _, PortProbe.Answer.Refused _ -> Optional.of(true);
            case PortProbe.Answer.NothingBehind _, PortProbe.Answer.Silent _ -> Optional.of(false);
            case PortProbe.Answer.Unasked _ -> Optional.empty();
        };
        return new MappingState(mapping, answers, answer.words());
    }
}
