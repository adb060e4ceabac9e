package dev.monsh.command.process;

import dev.monsh.command.PlannedChange;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.process.rule.RuleText;
import java.util.OptionalInt;

/** A configuration file of process-exporter as it was read. Nothing that is planned here is written yet. */
public interface RuleFile {

    /** Returns its rules, and its faults. */
    MatcherConfig config();

    /**
     * Plans one rule more.
     *
     * @param before number of the rule that it is put in front of; empty to put it last
     */
    Addition add(RuleText rule, OptionalInt before);

    /** Plans the removal of the rule of this number. */
    PlannedChange remove(int rule);

    /**
     * A rule that is to be added.
     *
     * @param config the rules as they will be
     */
    record Addition(MatcherConfig config, PlannedChange change) {}
}
