package dev.monsh.testing;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.completion.Name;
import dev.monsh.cli.completion.Names;
import dev.monsh.cli.completion.ValueSource;
import dev.monsh.ql.Selector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names as a small stack has them. */
public final class FakeValues implements ValueSource {

    @Override
    public List<String> boxes(GlobalOptions options) {
        return List.of("aibox-2", "odk04");
    }

    @Override
    public Names metricNames(GlobalOptions options) {
        return new Names() {
            @Override
            public List<Name> metrics() {
                return names("namedprocess_namegroup_num_procs", "rate_of_frames", "up");
            }

            @Override
            public List<Name> labels(Selector selector) {
                return names("groupname", "instance", "job");
            }

            @Override
            public List<Name> values(String label, Selector selector) {
                return label.equals("groupname")
                        ? names("ffmpeg -i", "python \"x\"", "python-stream02")
                        : names(label + "-value");
            }
        };
    }

    @Override
    public Names logNames(GlobalOptions options) {
        return new Names() {
            @Override
            public List<Name> labels(Selector selector) {
                return names("filename", "service");
            }

            @Override
            public List<Name> values(String label, Selector selector) {
                return label.equals("service") ? names("checkdoor_ai_agent_stream05") : names(label + "-value");
            }
        };
    }

    private static List<Name> names(String... texts) {
        return Stream.of(texts).map(Name::of).toList();
    }

    @Override
    public Map<String, String> shortcuts(GlobalOptions options) {
        return Map.of("cpu", "query rate(cpu{group=~\"${g}\"}[${d:-5m}])");
    }

    @Override
    public List<String> files(String prefix, boolean foldersOnly) {
        return Stream.of("check.monsh", "my file", "scripts/")
                .filter(file -> file.startsWith(prefix))
                .filter(file -> !foldersOnly || file.endsWith("/"))
                .toList();
    }
}
