package dev.monsh.adapter.nativeengine;

import dev.monsh.stack.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a service is run as a plain program, listening on 127.0.0.1 only.
 *
 * @param program its file
 * @param configuration its configuration file
 * @param data where it may store what it collects
 */
record ServiceProgram(Service service, Path program, Path configuration, Path data, int port) {

    /** Returns the program and its arguments; the options are those of each server's own {@code --help}. */
    List<String> command() {
        String address = Loopback.address(port);
        return switch (service) {
            case PROMETHEUS ->
                List.of(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + data,
                        "--storage.tsdb.retention.time=1d",
                        "--web.listen-address=" + address);
            // Without -children a worker's momentary helpers are not counted as the worker.
            case PROCESS_EXPORTER ->
                List.of(
                        program.toString(),
                        "-config.path",
                        configuration.toString(),
                        "-children=false",
                        "-web.listen-address",
                        address);
            case LOKI, PROMTAIL -> List.of(program.toString(), "-config.file=" + configuration);
        };
    }

    Launch launch() {
        return new Launch(service.label(), command(), Map.of(), port);
    }
}
