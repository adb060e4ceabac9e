package dev.monsh.process.template;

/** An execution that failed, as Go's would: what was printed so far stays. */
final class TemplateStop extends Exception {

    private static final long serialVersionUID = 1L;

    TemplateStop(String reason) {
        super(reason);
    }
}
