package dev.monsh.os;

import java.util.Optional;

/**
 * Who listens on a TCP port of this machine.
 *
 * @param pid empty where the process belongs to another user
 * @param program its comm; empty where it cannot be seen
 */
public record TcpListener(Optional<Long> pid, String program) {

    /** Returns it as text, for instance {@code nginx (pid 812)}. */
    public String words() {
        return pid.map(number -> (program.isEmpty() ? "a process" : program) + " (pid " + number + ")")
                .orElse("a process of another user");
    }
}
