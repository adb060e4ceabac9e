package dev.monsh.cloud.rules;

import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.RuleSource;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.failure.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to change in a security group for ports to be open, or closed. A rule counts as there whatever its spelling
 * or description: EC2 itself compares neither.
 */
public final class RulePlan {

    /** What a description of ours begins with; another one is a person's and stays. */
    private static final String OURS = "monsh:";

    private static final int LONGEST_DESCRIPTION = 255;

    private final SecurityGroup group;
    private final List<RuleChange> changes = new ArrayList<>();

    public RulePlan(SecurityGroup group) {
        this.group = group;
    }

    /**
     * Plans to open a port to some blocks.
     *
     * @param label what the port serves, for the rule's description
     */
    public RulePlan open(int port, List<Cidr> from, String label) {
        String description = description(label);
        for (Cidr block : from.stream().distinct().toList()) {
            Optional<InboundRule> existing = group.rules().stream()
                    .filter(rule -> rule.opens(port) && rule.source().equals(new RuleSource.Block(block)))
                    .findFirst();
            changes.add(existing.map(rule -> existing(rule, port, description))
                    .orElseGet(() -> new RuleChange(
                            RuleChange.Action.OPEN,
                            InboundRule.of(group.id(), port, block, description),
                            description)));
        }
        return this;
    }

    private static RuleChange existing(InboundRule rule, int port, String description) {
        boolean ours = rule.description().isEmpty() || rule.description().startsWith(OURS);
        boolean rename = ours && rule.isExactly(port) && !rule.description().equals(description);
        return rename
                ? new RuleChange(RuleChange.Action.RENAME, rule, description)
                : new RuleChange(RuleChange.Action.ALREADY, rule, rule.description());
    }

    /**
     * Plans to close a port to everyone.
     *
     * @throws ConflictException where a rule opens more than this port, so that removing it would close the others too
     */
    public RulePlan close(int port) {
        List<InboundRule> open =
                group.rules().stream().filter(rule -> rule.opens(port)).toList();
        for (InboundRule rule : open) {
            if (!rule.isExactly(port)) {
                throw new ConflictException(
                        "port " + port,
                        "rule " + rule.id() + " of " + group.id() + " opens "
                                + (rule.isEverything() ? "everything" : "ports " + rule.ports()) + " to "
                                + rule.source().text() + "; replace it with rules for single ports first");
            }
            changes.add(new RuleChange(RuleChange.Action.CLOSE, rule, rule.description()));
        }
        if (open.isEmpty()) {
            changes.add(new RuleChange(
                    RuleChange.Action.ALREADY, InboundRule.of(group.id(), port, Cidr.ANYWHERE, ""), "is closed"));
        }
        return this;
    }

    /** Returns what is to be done, in the order of the plan. */
    public List<RuleChange> changes() {
        return List.copyOf(changes);
    }

    /** Does it, one rule a call: EC2 refuses a whole call for one rule of it that is there already. */
    public void apply(CloudAccount account) {
        Map<String, String> tags = group.gateway().map(GatewayTag::of).orElse(Map.of());
        for (RuleChange change : changes) {
            switch (change.action()) {
                case OPEN -> account.allow(change.rule(), tags);
                case RENAME -> account.describe(change.rule(), change.description());
                case CLOSE -> account.revoke(change.rule());
                case ALREADY -> {}
            }
        }
    }

    /** EC2 takes letters, digits, blanks and some marks, 255 characters (API reference, IpRange). */
    private static String description(String label) {
        String text = (OURS + " " + label).strip().replaceAll("[^a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]", "_");
        return text.substring(0, Math.min(text.length(), LONGEST_DESCRIPTION));
    }
}
