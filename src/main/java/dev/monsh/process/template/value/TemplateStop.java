package dev.monsh.process.template.value;

/** An execution that failed, as Go's would: what was printed so far stays. */
public final class TemplateStop extends Exception {

    private static final long serialVersionUID = 1L;

    public TemplateStop(String reason) {
        super(reason);
    }
}
