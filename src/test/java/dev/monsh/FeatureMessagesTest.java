package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A feature does not know by which command or option it is used, so its messages name none: what can be done next is a value,
 * and the command layer has the words for it. Options of other programs are words of the field.
 */
class FeatureMessagesTest {

    private static final Path PROJECT = Path.of(System.getProperty("user.dir"));
    private static final Path SOURCES = PROJECT.resolve("src/main/java/dev/monsh");
    private static final List<String> FEATURES = List.of(
            "metrics", "logs", "process", "stack", "gateway", "tailnet", "cloud", "grafana", "across", "box", "edit",
            "os", "ql", "step", "failure", "json");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\R.*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern CALL_OF_ANOTHER_PROGRAM = Pattern.compile("\\b(?:aws|docker) [^`]*");

    @Test
    void messagesOfFeaturesNameNoCommandsAndOptions() throws IOException {
        Pattern named = named(Files.readString(PROJECT.resolve("docs/commands.md")));
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            literals(Files.readString(file))
                    .filter(literal -> names(named, literal))
                    .forEach(literal -> found.add(SOURCES.relativize(file) + ": " + literal));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aMessageThatNamesOneWouldBeFound() throws IOException {
        Pattern named = named(Files.readString(PROJECT.resolve("docs/commands.md")));
        assertThat(Stream.of("\"monsh gateway map list\"", "\"use --web-ui\"", "\"monsh up \"", "\"--timeout 5m\""))
                .allMatch(literal -> names(named, literal));
        assertThat(Stream.of("\"--config.file=\"", "\"no monsh gateway found\"", "\"aws ec2 x --output text\""))
                .noneMatch(literal -> names(named, literal));
    }

    /** Returns what finds a command or an option of the reference. */
    private static Pattern named(String reference) {
        String commands = all("(?m)^## `monsh ([a-z0-9]+(?: [a-z0-9-]+)*)", reference);
        String options = all("--([a-z][a-z-]*)", reference);
        return Pattern.compile(
                "\\bmonsh (?:help|--box|" + commands + ")\\b|(?<![\\w-])--(?:" + options + ")(?![\\w.-])");
    }

    private static String all(String regex, String reference) {
        return Pattern.compile(regex)
                .matcher(reference)
                .results()
                .map(match -> Pattern.quote(match.group(1)))
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private static boolean names(Pattern named, String literal) {
        return named.matcher(CALL_OF_ANOTHER_PROGRAM.matcher(literal).replaceAll(""))
                .find();
    }

    private static Stream<String> literals(String source) {
        String code = source.replaceAll("(?s)/\\*\\*?.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        return LITERAL.matcher(code).results().map(MatchResult::group);
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
