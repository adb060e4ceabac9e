package dev.monsh.adapter.nativeengine.process;

import java.util.List;
import java.util.Map;

/**
 * A program to be started.
 *
 * @param name the service or worker
 * @param command the program's absolute file and its arguments
 * @param variables what it finds in its environment besides the usual
 * @param port the TCP port that it is told to listen on, 0 for none
 */
public record Launch(String name, List<String> command, Map<String, String> variables, int port) {

    public Launch {
        command = List.copyOf(command);
        variables = Map.copyOf(variables);
    }
}
