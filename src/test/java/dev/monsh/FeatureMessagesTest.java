package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A feature does not know by which command or option it is used, so its messages name none: the command says what to try. The
 * files that still do are listed with the number of places in {@code words/features-that-name-commands.txt}, which only gets
 * shorter.
 */
class FeatureMessagesTest {

    private static final Path PROJECT = Path.of(System.getProperty("user.dir"));
    private static final Path SOURCES = PROJECT.resolve("src/main/java/dev/monsh");
    private static final List<String> FEATURES = List.of(
            "metrics", "logs", "process", "stack", "gateway", "tailnet", "cloud", "grafana", "across", "box", "edit",
            "os");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern COMMAND = Pattern.compile(
            "\\bmonsh (?:--box|box|config|demo|down|ec2|gateway|grafana|help"
                    + "|logfile|logs|metrics|process|query|restart|stack|status|tailscale|top|up)\\b|(?<![\\w-])--[a-z]");

    @Test
    void messagesOfFeaturesNameNoCommandsAndOptions() throws IOException {
        Map<String, Integer> listed = listed();
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            int places = places(Files.readString(file));
            String name = SOURCES.relativize(file).toString();
            if (places > listed.getOrDefault(name, 0)) {
                found.add(name + ": " + places + ", and the list allows " + listed.getOrDefault(name, 0));
            }
        }
        assertThat(found).isEmpty();
        assertThat(listed.keySet()).allMatch(name -> Files.exists(SOURCES.resolve(name)), "is there");
    }

    private static Map<String, Integer> listed() throws IOException {
        Map<String, Integer> listed = new TreeMap<>();
        for (String line :
                Files.readAllLines(PROJECT.resolve("src/test/resources/words/features-that-name-commands.txt"))) {
            String[] nameAndCount = line.split(" ", 2);
            listed.put(nameAndCount[0], Integer.parseInt(nameAndCount[1]));
        }
        return listed;
    }

    private static int places(String source) {
        String code = source.replaceAll("(?s)/\\*\\*?.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        return (int) LITERAL.matcher(code)
                .results()
                .filter(literal -> COMMAND.matcher(literal.group()).find())
                .count();
    }

    private static List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String feature : FEATURES) {
            try (Stream<Path> all = Files.walk(SOURCES.resolve(feature))) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }
}
