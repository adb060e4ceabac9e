package dev.monsh.logs.ql;

import dev.monsh.ql.ExpressionGrammar;
import dev.monsh.ql.QueryLanguage;
import dev.monsh.ql.Reading;
import dev.monsh.ql.Vocabulary;

/** LogQL as Loki 3 reads it (grafana.com/docs/loki, "Log queries", "Metric queries"). */
public final class LogQl implements QueryLanguage {

    private final LogQlDialect dialect = new LogQlDialect(Vocabulary.of(LogQl.class, "functions.tsv"));

    @Override
    public Reading read(String text, int cursor) {
        return ExpressionGrammar.read(text, cursor, dialect);
    }
}
