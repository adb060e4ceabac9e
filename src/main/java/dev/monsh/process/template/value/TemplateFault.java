package dev.monsh.process.template.value;

/** A template that Go would refuse to parse, or that this package does not cover. Turned into a problem by its reader. */
public final class TemplateFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final boolean unsupported;

    /** Takes the index of the character at fault, from 0, and what is wrong with it. */
    public TemplateFault(int position, String message) {
        this(position, message, false);
    }

    private TemplateFault(int position, String message, boolean unsupported) {
        super(message);
        this.position = position;
        this.unsupported = unsupported;
    }

    /** Returns a fault of a template that Go may well take but that cannot be evaluated here. */
    public static TemplateFault unsupported(int position, String construct) {
        return new TemplateFault(position, construct + " is not supported by monsh", true);
    }

    /** Returns whether Go may take the template, and only monsh does not. */
    public boolean isUnsupported() {
        return unsupported;
    }

    public int position() {
        return position;
    }
}
