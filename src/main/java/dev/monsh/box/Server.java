package dev.monsh.box;

/** The four servers of a stack that monsh talks to. */
public enum Server {
    PROMETHEUS("Prometheus", "prometheus", 9090),
    LOKI("Loki", "loki", 3100),
    PROCESS_EXPORTER("process-exporter", "process_exporter", 9256),
    PROMTAIL("Promtail", "promtail", 9080);

    private final String title;
    private final String key;
    private final int port;

    Server(String title, String key, int port) {
        this.title = title;
        this.key = key;
        this.port = port;
    }

    /** Returns the server's name as its own project writes it. */
    public String title() {
        return title;
    }

    /** Returns its key under a box in the configuration file. */
    public String key() {
        return key;
    }

    /** Returns its address on the machine that it runs on, with the stack's own port. */
    public Endpoint onThisMachine() {
        return Endpoint.of("http://localhost:" + port);
    }
}
