package dev.monsh.grafana.datasource;

import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.box.Server;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.RefusedException;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaNextStep;
import dev.monsh.grafana.GrafanaServer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The data sources of boxes in a Grafana: looks first, then changes only what differs. */
public final class BoxSources {

    /** What a box has a data source for. */
    public static final List<Server> SERVERS = List.of(Server.PROMETHEUS, Server.LOKI);

    private final GrafanaServer grafana;
    private final Function<Secret, SecretValue> secrets;

    /** Takes the reader of secrets, which is asked only for what is sent. */
    public BoxSources(GrafanaServer grafana, Function<Secret, SecretValue> secrets) {
        this.grafana = grafana;
        this.secrets = secrets;
    }

    /**
     * Returns what has to be done.
     *
     * @param sendSecrets whether to send password and certificates although nothing else differs
     * @throws ConflictException where the name or the uid belongs to another data source
     */
    public SourceChange look(WantedSource wanted, boolean sendSecrets) {
        Optional<DataSource> found = grafana.dataSource(wanted.uid());
        if (found.isEmpty()) {
            requireFreeName(wanted);
            return new SourceChange.Add(wanted);
        }
        DataSource source = found.get();
        if (!source.type().equals(wanted.type())) {
            throw new ConflictException(
                    "data source " + wanted.uid(),
                    "its type is " + source.type() + ", not " + wanted.type()
                            + ": somebody else uses this uid; remove or rename it in Grafana");
        }
        List<SourceDifference> differences = new SourceComparison(source, wanted).differences();
        if (differences.isEmpty() && !(sendSecrets && !source.isReadOnly())) {
            return new SourceChange.None(wanted, source);
        }
        return source.isReadOnly()
                ? new SourceChange.Provisioned(wanted, source, differences)
                : new SourceChange.Update(wanted, source, differences);
    }

    /** Grafana itself says only that the name is taken; here it is known by what. */
    private void requireFreeName(WantedSource wanted) {
        for (DataSource other : grafana.dataSources()) {
            if (other.name().equals(wanted.name())) {
                boolean same = other.url().equals(wanted.url());
                throw new ConflictException(
                        "data source '" + wanted.name() + "'",
                        "the name belongs to one with the uid " + other.uid()
                                + (same ? " and the same URL" : " and the URL " + other.url())
                                + ", which monsh did not create: rename or remove it in Grafana",
                        new GrafanaNextStep.ListSources());
            }
        }
    }

    /** Returns data sources that somebody made by hand for the same address. */
    public static List<DataSource> twins(WantedSource wanted, List<DataSource> all) {
        return all.stream()
                .filter(each -> each.type().equals(wanted.type())
                        && each.url().replaceFirst("/$", "").equals(wanted.url())
                        && !each.uid().equals(wanted.uid()))
                .toList();
    }

    /**
     * Does what has to be done.
     *
     * @throws RefusedException for one that comes from a file on Grafana's host, with the text that belongs into it
     */
    public void make(SourceChange change) {
        SourceBody body = new SourceBody(change.wanted(), secrets);
        switch (change) {
            case SourceChange.Add(WantedSource _) -> grafana.addDataSource(body.added());
            case SourceChange.Update(WantedSource wanted, DataSource found, var _) ->
                grafana.updateDataSource(wanted.uid(), body.updated(found));
            case SourceChange.None(WantedSource _, DataSource _) -> {}
            case SourceChange.Provisioned provisioned -> throw readOnly(provisioned);
        }
    }

    /** Returns why a data source of a file is not changed here, and where it is. */
    public static RefusedException readOnly(SourceChange.Provisioned change) {
        String wanted = String.join(
                "; ", change.differences().stream().map(SourceDifference::text).toList());
        return new RefusedException(
                "data source " + change.wanted().uid(),
                "it is read-only, because a provisioning file on Grafana's host defines it: edit that file (mostly in"
                        + " /etc/grafana/provisioning/datasources/) and restart Grafana; what differs: " + wanted);
    }

    /** Returns the data sources of a box that are there. */
    public List<DataSource> of(String box) {
        return SERVERS.stream()
                .flatMap(server -> grafana.dataSource(WantedSource.uid(box, server)).stream())
                .toList();
    }

    /**
     * Removes a data source.
     *
     * @throws RefusedException for one that comes from a file on Grafana's host
     */
    public void remove(DataSource source) {
        if (source.isReadOnly()) {
            throw new RefusedException(
                    "data source " + source.uid(),
                    "it is read-only, because a provisioning file on Grafana's host defines it: remove it from that"
                            + " file (mostly in /etc/grafana/provisioning/datasources/) and restart Grafana");
        }
        grafana.removeDataSource(source.uid());
    }
}
