package dev.monsh.cli;

/**
 * A place for words on the line that are no options.
 *
 * @param name as help shows it, in capitals
 * @param required whether the command fails without it
 * @param many whether it takes all the words that are left
 */
public record ArgumentSpec(String name, ValueKind kind, boolean required, boolean many) {

    /** Returns the argument as a usage line shows it. */
    public String usage() {
        String shown = many ? name + "…" : name;
        return required ? shown : "[" + shown + "]";
    }
}
