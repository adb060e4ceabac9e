package dev.monsh.cli.completion;

import dev.monsh.cli.ValueKind;
import dev.monsh.ql.QueryLanguage;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The languages of expressions, made when first needed. */
public final class Languages {

    private final Supplier<QueryLanguage> newPromQl;
    private final Supplier<QueryLanguage> newLogQl;
    private @Nullable QueryLanguage promQl;
    private @Nullable QueryLanguage logQl;

    public Languages(Supplier<QueryLanguage> newPromQl, Supplier<QueryLanguage> newLogQl) {
        this.newPromQl = newPromQl;
        this.newLogQl = newLogQl;
    }

    /** Returns the language of values of a kind; empty where they are no expressions. */
    public Optional<QueryLanguage> of(ValueKind kind) {
        return switch (kind) {
            case EXPRESSION, SELECTOR -> Optional.of(promQl());
            case LOG_EXPRESSION -> Optional.of(logQl());
            default -> Optional.empty();
        };
    }

    private QueryLanguage promQl() {
        QueryLanguage made = promQl == null ? newPromQl.get() : promQl;
        promQl = made;
        return made;
    }

    private QueryLanguage logQl() {
        QueryLanguage made = logQl == null ? newLogQl.get() : logQl;
        logQl = made;
        return made;
    }
}
