package dev.monsh.cli;

/** What a value on the line means, so that completion and help know what can stand there. */
public enum ValueKind {
    TEXT,
    FILE,
    FOLDER,
    BOX,
    METRIC,
    LABEL,
    SELECTOR,
    EXPRESSION,
    /** LogQL; like EXPRESSION it takes the rest of a line. */
    LOG_EXPRESSION,
    LOG_LABEL,
    DURATION,
    TIME,
    NUMBER,
    FORMAT,
    COMMAND,
    /** A shell that completion can be had for. */
    SHELL,
    /** A whole command with its options and arguments; it takes the rest of a line. */
    COMMAND_LINE,
    /** The name of a saved line. */
    SHORTCUT,
    SERVICE,
    PID,
    RULE,
    LOG_SERVICE,
    TAILNET_NAME,
    TAILNET_ADDRESS
}
