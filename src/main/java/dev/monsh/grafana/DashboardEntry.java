package dev.monsh.grafana;

/**
 * A dashboard as a search lists it.
 *
 * @param folder the title of its folder; empty for the root
 * @param path behind the host, the path of the base included
 */
public record DashboardEntry(String uid, String title, String folder, String path) {}
