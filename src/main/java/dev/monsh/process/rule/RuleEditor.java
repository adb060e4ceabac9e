package dev.monsh.process.rule;

import java.util.OptionalInt;

/** Changes the rules of a configuration file of process-exporter, and nothing else in it. */
public interface RuleEditor {

    /**
     * Returns the file with one rule more.
     *
     * @param file as the user knows it, for messages
     * @param before number of the rule, from 1, that the new one is put in front of; empty to put it last
     * @throws dev.monsh.failure.ConfigurationException where the file can't be edited without changing more, with the place
     */
    byte[] add(String file, byte[] content, RuleText rule, OptionalInt before);

    /**
     * Returns the file without one of its rules.
     *
     * @param rule its number, from 1
     * @throws dev.monsh.failure.ConfigurationException where the file can't be edited without changing more, with the place
     */
    byte[] remove(String file, byte[] content, int rule);
}
