package dev.monsh.command.metrics;

import dev.monsh.metrics.Answered;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Query;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.query.AnswerWriter;
import dev.monsh.view.query.DataObjectWriter;
import dev.monsh.view.query.QueryView;
import dev.monsh.view.query.SampleWriter;
import dev.monsh.view.query.TimeSpan;
import java.util.Optional;

/** A query on its way to a server, whose answer goes to a writer as it comes and never stands whole in memory. */
public record AskedQuery(MetricsSource source, Query query) {

    /** Asks, and has the answer written. */
    public Answered writeTo(QueryView view, OutputFormat format) {
        try (AnswerWriter writer = view.writer(format, span())) {
            // no switch over the types: linking one takes longer than the whole call
            Answered answered = writer instanceof SampleWriter samples
                    ? source.query(query, samples)
                    : source.copyData(query, ((DataObjectWriter) writer).stream());
            writer.finish();
            return answered;
        }
    }

    private Optional<TimeSpan> span() {
        return query instanceof Query.Range range
                ? Optional.of(
                        new TimeSpan(range.start().toEpochMilli(), range.end().toEpochMilli()))
                : Optional.empty();
    }
}
