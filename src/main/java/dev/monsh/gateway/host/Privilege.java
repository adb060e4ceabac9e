package dev.monsh.gateway.host;

/** With whose rights a script runs on a host. */
public enum Privilege {
    /** Those of the user who logged in. */
    LOGIN,
    /** Those of root: by sudo, unless the user who logged in is root. */
    ROOT
}
