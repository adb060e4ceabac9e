package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stack's files in the shape that the manual gives them, the missing line ends at their ends included. */
public final class ManualStack {

    public static final String RULES = """
            process_names:
              - name: 'ppl_detection_double_check-stream{{.Matches.stream_id}}'
                comm:
                  - uvicorn
                  - python3.9
                cmdline:
                  - '.*uvicorn\\s+ppl_detection_double_check_stream(?P<stream_id>\\d+).*'

              - name: 'checkdoor_ai_agent-stream{{.Matches.stream_id}}'
                comm:
                  - uvicorn
                  - python3.9
                cmdline:
                  - '.*uvicorn\\s+checkdoor_ai_agent_stream(?P<stream_id>\\d+).*'""";

    private static final String PROMTAIL = """
            server:
              http_listen_port: 9080
              grpc_listen_port: 0

            clients:
              - url: http://loki:3100/loki/api/v1/push

            scrape_configs:
            - job_name: ppl_detection
              static_configs:
              - targets:
                  - localhost
                labels:
                  service: ppl_detection_double_check
                  __path__: LOGS/ppl_detection_double_check.log

            - job_name: checkdoor
              static_configs:
              - targets:
                  - localhost
                labels:
                  service: checkdoor_ai_agent_stream05
                  __path__: LOGS/checkdoor_ai_agent_stream05.log""";

    private static final String COMPOSE = """
            services:
              promtail:
                image: grafana/promtail:latest
                container_name: promtail
                ports:\s
                  - "9080:9080"
                volumes:
                  - ./promtail:/etc/promtail
                  - LOGS:LOGS # Update this
                restart: unless-stopped

              process_exporter:
                image: ncabatoff/process-exporter:latest
                pid: host
                volumes:
                  - ./process-exporter:/config
                  - /proc:/host/proc:ro   \s
            """;

    private ManualStack() {}

    /** Returns Promtail's configuration for logs in a folder. */
    public static String promtail(String logs) {
        return PROMTAIL.replace("LOGS", logs);
    }

    /** Returns the Compose file for logs in a folder. */
    public static String compose(String logs) {
        return COMPOSE.replace("LOGS", logs);
    }

    /** Writes the stack's files into a folder. */
    public static Path write(Path stack, Path logs) {
        try {
            Files.createDirectories(stack.resolve("process-exporter"));
            Files.createDirectories(stack.resolve("promtail"));
            Files.writeString(stack.resolve("process-exporter/config.yml"), RULES);
            Files.writeString(stack.resolve("promtail/promtail.yml"), promtail(logs.toString()));
            Files.writeString(stack.resolve("docker-compose.yml"), compose(logs.toString()));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
