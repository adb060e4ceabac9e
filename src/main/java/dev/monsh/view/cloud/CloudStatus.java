package dev.monsh.view.cloud;

import dev.monsh.cloud.Disk;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.InstanceChecks;
import dev.monsh.cloud.ServedPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A gateway in EC2 as {@code ec2 status} shows it.
 *
 * @param checks EC2's own; empty where the instance does not run
 * @param served the ports that nginx answers on; empty where nobody was asked
 */
public record CloudStatus(
        Gateway gateway,
        String region,
        Optional<InstanceChecks> checks,
        List<Disk> disks,
        Optional<List<ServedPort>> served) {

    private static final int SSH = 22;

    /** Returns what a rule is for: the mappings that it lets in; empty where that is not known. */
    public Optional<String> serves(InboundRule rule) {
        if (rule.first() == SSH && rule.last() == SSH) {
            return Optional.of("SSH");
        }
        return served.map(ports -> ports.stream()
                        .filter(port -> rule.isTcp() && port.first() <= rule.last() && rule.first() <= port.last())
                        .map(ServedPort::label)
                        .collect(Collectors.joining(", ")))
                .filter(labels -> !labels.isEmpty());
    }
}
