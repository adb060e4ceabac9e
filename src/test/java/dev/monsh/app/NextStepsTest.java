package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Lexeme;
import dev.monsh.cli.LineLexer;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.NextStep;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a message says to try next can be typed: every command and option that it names is there. */
class NextStepsTest {

    private static final Pattern CALL = Pattern.compile("\\bmonsh ((?:(?!&&|, |` |`$).)*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--([a-z][a-z-]*)");
    private static final CommandTree TREE = CatalogTest.tree();

    /** One value of every record, and where something may be left out, one with it and one without. */
    static Stream<NextStep> steps() throws ReflectiveOperationException {
        List<NextStep> steps = new ArrayList<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.monsh")) {
            if (each.isAssignableTo(NextStep.class) && !each.isInterface()) {
                Class<?> record = Class.forName(each.getName());
                if (record != NextStep.Text.class) {
                    steps.add(sample(record, true));
                    steps.add(sample(record, false));
                }
            }
        }
        assertThat(steps).hasSizeGreaterThan(50);
        return steps.stream().distinct();
    }

    private static NextStep sample(Class<?> record, boolean full) throws ReflectiveOperationException {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            types.add(component.getType());
            values.add(value(component, full));
        }
        var constructor = record.getDeclaredConstructor(types.toArray(new Class<?>[0]));
        return (NextStep) constructor.newInstance(values.toArray());
    }

    private static Object value(RecordComponent component, boolean full) {
        String type = component.getGenericType().getTypeName();
        return switch (type) {
            case "int" -> 9090;
            case "java.lang.String" -> "a-name";
            case "java.util.OptionalInt" -> full ? OptionalInt.of(3100) : OptionalInt.empty();
            case "java.util.Optional<java.lang.String>" -> full ? Optional.of("a-name") : Optional.empty();
            case "java.util.Optional<java.nio.file.Path>" -> full ? Optional.of(Path.of("/a b")) : Optional.empty();
            default -> throw new IllegalArgumentException(type);
        };
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepHasWordsThatNameCommandsAndOptionsThatExist(NextStep step) {
        String words = NextSteps.text(step);
        assertThat(words).isNotBlank();
        check(words);
    }

    private static void check(String words) {
        List<String> calls =
                CALL.matcher(words).results().map(match -> match.group(1)).toList();
        calls.forEach(call -> checkCall(call));
        String rest = CALL.matcher(words).replaceAll("").replaceAll("\\baws .*", "");
        OPTION.matcher(rest)
                .results()
                .forEach(option -> assertThat(TREE.visible())
                        .as(option.group())
                        .anyMatch(command -> command.option(option.group(1)).isPresent()));
    }

    private static void checkCall(String call) {
        List<String> words = new ArrayList<>(
                LineLexer.words(call.strip()).stream().map(Lexeme::text).toList());
        if (words.getFirst().equals("--box")) {
            words.subList(0, 2).clear();
        }
        if (words.getFirst().equals("help")) {
            words.removeFirst();
        }
        MonshCommand command = command(words).orElseThrow(() -> new AssertionError("no command: " + call));
        for (String word : words) {
            if (word.startsWith("--")) {
                assertThat(Stream.concat(command.options().stream(), GlobalOptions.ALL.stream()))
                        .extracting(Option::longName)
                        .contains(word.substring(2));
            }
        }
    }

    private static Optional<MonshCommand> command(List<String> words) {
        for (int length = Math.min(3, words.size()); length > 0; length--) {
            Optional<MonshCommand> found = TREE.find(words.subList(0, length));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Test
    void aStepThatNamesWhatIsNotThereWouldBeFound() {
        assertThatThrownBy(() -> check("monsh gateway mapp list")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("monsh gateway harden --nope")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("--nope does it")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("a && monsh nope")).isInstanceOf(AssertionError.class);
    }

    @Test
    void wordsFromWhereTheyAreKnownStayAsTheyAre() {
        assertThat(NextSteps.text(new NextStep.Text("chmod 600 f"))).isEqualTo("chmod 600 f");
    }
}
