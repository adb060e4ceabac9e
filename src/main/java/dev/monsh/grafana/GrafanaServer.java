package dev.monsh.grafana;

import dev.monsh.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A Grafana, from version 9 on. Every call has a time limit and fails with one of the exceptions of {@code
 * dev.monsh.failure}: unreachable, refused (401, and 403 with the right that is missing), rejected, conflict (409, 412),
 * timed out. A call that was refused is never repeated, since Grafana locks a login after some wrong passwords.
 */
public interface GrafanaServer {

    /** Returns the address as it may be shown. */
    String address();

    /**
     * Asks for the health page, which needs no login.
     *
     * @throws dev.monsh.failure.RejectedException where what answers is not Grafana's API
     */
    ServerHealth health();

    /** Asks what the token may do. */
    TokenRights rights();

    /** Returns the data sources that the token may read, by name. They lack members that {@link #dataSource} has. */
    List<DataSource> dataSources();

    /** Returns a data source with all that Grafana tells of it. */
    Optional<DataSource> dataSource(String uid);

    /**
     * Adds a data source.
     *
     * @throws dev.monsh.failure.ConflictException where its name or uid is taken
     */
    void addDataSource(JsonObject settings);

    /**
     * Puts other settings in a data source's place: the whole of them, with the version that was read.
     *
     * @throws dev.monsh.failure.ConflictException where somebody changed it meanwhile
     * @throws dev.monsh.failure.RefusedException where it comes from a file on Grafana's host
     */
    void updateDataSource(String uid, JsonObject settings);

    /** Removes a data source; false where there is none. */
    boolean removeDataSource(String uid);

    /** Asks Grafana's own check of a data source. A data source that fails it is an answer, not an exception. */
    PluginHealth testDataSource(String uid);

    /** Returns the dashboards with a tag. */
    List<DashboardEntry> dashboards(String tag);

    /** Returns a dashboard. */
    Optional<Dashboard> dashboard(String uid);

    /**
     * Saves a dashboard.
     *
     * @param model with its uid; with the version that was read where one is replaced
     * @param folder the uid of the folder; empty for the root
     * @param message what the version history says, at most 500 characters
     * @throws dev.monsh.failure.ConflictException where somebody changed it meanwhile
     */
    void saveDashboard(JsonObject model, String folder, String message);

    /** Removes a dashboard; false where there is none. */
    boolean removeDashboard(String uid);
}
