package dev.monsh.cloud.launch;

/** Asks whether an SSH server answers. */
@FunctionalInterface
public interface SshProbe {

    /** Connects to port 22, reads the server's first line and hangs up; takes some seconds at most and never throws. */
    boolean answers(String host);
}
