package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Text that people read says things as people say them: no phrase of {@code words/not-said.txt} is in it. */
class WordsTest {

    private static final Path PROJECT = Path.of(System.getProperty("user.dir"));
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\R(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    @Test
    void messagesHelpAndDocumentationUseNoPhraseOfTheList() throws IOException {
        List<Pattern> phrases = phrases();
        List<String> found = new ArrayList<>();
        for (Path file : texts()) {
            String content = Files.readString(file);
            if (file.toString().endsWith(".java")) {
                Matcher literal = LITERAL.matcher(withoutComments(content));
                while (literal.find()) {
                    look(file, literal.group(1) != null ? literal.group(1) : literal.group(2), phrases, found);
                }
            } else {
                look(file, file.toString().endsWith(".sh") ? withoutShellComments(content) : content, phrases, found);
            }
        }
        assertThat(found).isEmpty();
    }

    private static void look(Path file, String text, List<Pattern> phrases, List<String> found) {
        for (Pattern phrase : phrases) {
            Matcher matcher = phrase.matcher(text);
            while (matcher.find()) {
                int from = Math.max(0, matcher.start() - 30);
                int to = Math.min(text.length(), matcher.end() + 30);
                found.add(PROJECT.relativize(file) + ": " + phrase + " in \""
                        + text.substring(from, to).replaceAll("\\s+", " ") + '"');
            }
        }
    }

    /** Comments of the source are for developers; an apostrophe or quote in them would shift what is taken for a literal. */
    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*\\*?.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static String withoutShellComments(String script) {
        return script.replaceAll("(?m)^\\s*#.*$", "");
    }

    private static List<Pattern> phrases() throws IOException {
        try (Stream<String> lines = Files.lines(PROJECT.resolve("src/test/resources/words/not-said.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE))
                    .toList();
        }
    }

    private static List<Path> texts() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("src/main", "docs", "completions", "packaging")) {
            try (Stream<Path> all = Files.walk(PROJECT.resolve(folder))) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".svg"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        files.add(PROJECT.resolve("README.md"));
        return files;
    }
}
