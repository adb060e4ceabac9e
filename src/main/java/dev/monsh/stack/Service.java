package dev.monsh.stack;

import java.util.Arrays;
import java.util.Optional;

/** A server of the stack, with the port of the manual and the path where it answers 200 once it can serve. */
public enum Service {
    PROMETHEUS("prometheus", 9090, "/-/ready"),
    LOKI("loki", 3100, "/ready"),
    PROMTAIL("promtail", 9080, "/ready"),
    /** Has no readiness path of its own: it serves as soon as it answers its metrics. */
    PROCESS_EXPORTER("process-exporter", 9256, "/metrics");

    private final String label;
    private final int usualPort;
    private final String readyPath;

    Service(String label, int usualPort, String readyPath) {
        this.label = label;
        this.usualPort = usualPort;
        this.readyPath = readyPath;
    }

    /** Returns the name as it is typed and printed, for instance {@code process-exporter}. */
    public String label() {
        return label;
    }

    /** Returns the TCP port that the manual gives this service. */
    public int usualPort() {
        return usualPort;
    }

    /** Returns the path of the URL that is answered with 200 when the service is ready. */
    public String readyPath() {
        return readyPath;
    }

    /** Returns the service of that name; {@code process_exporter}, as the manual's Compose file has it, is one too. */
    public static Optional<Service> named(String name) {
        String wanted = name.replace('_', '-');
        return Arrays.stream(values())
                .filter(service -> service.label.equals(wanted))
                .findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}
