package dev.monsh.metrics.ql;

import dev.monsh.ql.ExpressionGrammar;
import dev.monsh.ql.QueryLanguage;
import dev.monsh.ql.Reading;
import dev.monsh.ql.Vocabulary;

/** PromQL as Prometheus 3 reads it (prometheus.io, "Querying basics", "Operators", "Functions"). */
public final class PromQl implements QueryLanguage {

    private final PromQlDialect dialect = new PromQlDialect(Vocabulary.of(PromQl.class, "functions.tsv"));

    @Override
    public Reading read(String text, int cursor) {
        return ExpressionGrammar.read(text, cursor, dialect);
    }
}
