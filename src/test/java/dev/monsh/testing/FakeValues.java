package dev.monsh.testing;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.ValueSource;
import java.util.List;
import java.util.stream.Stream;

/** Names as a small stack has them. */
public final class FakeValues implements ValueSource {

    @Override
    public List<String> boxes(GlobalOptions options) {
        return List.of("aibox-2", "odk04");
    }

    @Override
    public List<String> metrics(GlobalOptions options) {
        return List.of("namedprocess_namegroup_num_procs", "rate_of_frames", "up");
    }

    @Override
    public List<String> labels(GlobalOptions options) {
        return List.of("groupname", "instance", "job");
    }

    @Override
    public List<String> labelValues(GlobalOptions options, String label) {
        return label.equals("groupname")
                ? List.of("ffmpeg -i", "python \"x\"", "python-stream02")
                : List.of(label + "-value");
    }

    @Override
    public List<String> files(String prefix, boolean foldersOnly) {
        return Stream.of("check.monsh", "my file", "scripts/")
                .filter(file -> file.startsWith(prefix))
                .filter(file -> !foldersOnly || file.endsWith("/"))
                .toList();
    }

    @Override
    public List<String> logLabels(GlobalOptions options) {
        return List.of("filename", "service");
    }

    @Override
    public List<String> logLabelValues(GlobalOptions options, String label) {
        return label.equals("service") ? List.of("checkdoor_ai_agent_stream05") : List.of(label + "-value");
    }
}
