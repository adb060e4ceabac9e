package dev.monsh.adapter.ssh.shell;

import dev.monsh.box.SecretValue;

/** How a script comes to root's rights. */
public sealed interface Elevation {

    /** The user who logged in is root. */
    record Root() implements Elevation {}

    /** sudo asks for nothing. */
    record Free() implements Elevation {}

    /** sudo asks for a password; it is given on its standard input and nowhere else. */
    record Password(SecretValue password) implements Elevation {}
}
