package dev.monsh.stack.drift;

import dev.monsh.stack.Service;
import java.util.List;

/** Compares a server's configuration file with what it says it has loaded, by meaning. */
public interface ConfigurationComparison {

    /**
     * The two texts.
     *
     * @param file the file's name, for messages
     * @param declared the file's text
     * @param running the text that the server prints, with its defaults
     * @param folder the file's folder as the server names it
     * @param variables whether the server puts variables of its environment into the text
     */
    record Texts(Service kind, String file, String declared, String running, String folder, boolean variables) {}

    /**
     * Returns where they differ; empty where the server has loaded what the file says.
     *
     * @throws dev.monsh.failure.ConfigurationException where the file is not YAML
     * @throws dev.monsh.failure.RejectedException where the server's text is not
     */
    List<ConfigurationDifference> compare(Texts texts);
}
