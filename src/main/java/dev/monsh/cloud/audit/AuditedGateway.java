package dev.monsh.cloud.audit;

import dev.monsh.cloud.Disk;
import dev.monsh.cloud.ElasticAddress;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.InstanceChecks;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.cloud.ServedPort;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the audit of one gateway looks at.
 *
 * @param tagged every instance that has the gateway's tag and has not ended
 * @param groups all security groups of its instance
 * @param unusedGroups groups tagged for a gateway that no instance has
 * @param checks EC2's own; empty where it does not run
 * @param addresses every Elastic IP of the region
 * @param configuredHost the gateway's public host in monsh's configuration
 * @param served the ports that nginx answers on; empty where nobody could be asked
 */
public record AuditedGateway(
        Gateway gateway,
        List<Instance> tagged,
        List<SecurityGroup> groups,
        List<SecurityGroup> unusedGroups,
        List<Disk> disks,
        Optional<InstanceChecks> checks,
        List<ElasticAddress> addresses,
        Optional<String> configuredHost,
        Optional<List<ServedPort>> served) {}
