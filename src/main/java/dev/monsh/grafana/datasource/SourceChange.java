package dev.monsh.grafana.datasource;

import dev.monsh.grafana.DataSource;
import java.util.List;

/** What has to be done so that a data source is as it should be. */
public sealed interface SourceChange {

    WantedSource wanted();

    /** It is not there yet. */
    record Add(WantedSource wanted) implements SourceChange {}

    /**
     * It is there and not as it should be.
     *
     * @param differences empty where only the secrets are sent again
     */
    record Update(WantedSource wanted, DataSource found, List<SourceDifference> differences) implements SourceChange {}

    /** It is as it should be, as far as anybody can see: secrets can't be compared. */
    record None(WantedSource wanted, DataSource found) implements SourceChange {}

    /** It is not as it should be, and comes from a file on Grafana's host. */
    record Provisioned(WantedSource wanted, DataSource found, List<SourceDifference> differences)
            implements SourceChange {}
}
