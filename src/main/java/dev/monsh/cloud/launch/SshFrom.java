package dev.monsh.cloud.launch;

import dev.monsh.cloud.Cidr;

/** Who may log in to a gateway. */
public sealed interface SshFrom {

    /** This machine, where nobody may yet; a rule that is there is left as it is. */
    record Unsaid() implements SshFrom {}

    /** This machine, whoever else may. */
    record Me() implements SshFrom {}

    /** The addresses of a block. */
    record Block(Cidr cidr) implements SshFrom {}
}
