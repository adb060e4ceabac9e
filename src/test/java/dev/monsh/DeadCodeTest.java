package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what the program has and never uses: methods that only tests call count as well. The few by which tests look into a
 * value are listed in {@code dead-code/looked-at-by-tests.txt}, which only gets shorter.
 */
@AnalyzeClasses(packages = "dev.monsh", importOptions = ImportOption.DoNotIncludeTests.class)
class DeadCodeTest {

    /** What the compiler makes for enums, and what the JVM calls. */
    private static final Set<String> CALLED_FROM_OUTSIDE = Set.of("values", "valueOf", "main");

    /** What the service loader makes by the name in {@code META-INF/services}. */
    private static final Set<String> SERVICES = Set.of("dev.monsh.adapter.aws.AwsAccounts");

    @ArchTest
    static void everyMethodIsCalledBySomething(JavaClasses classes) throws IOException {
        TreeSet<String> unused = new TreeSet<>();
        for (JavaClass each : classes) {
            for (JavaMethod method : each.getMethods()) {
                if (isOurs(method) && !isUsed(method)) {
                    unused.add(method.getFullName());
                }
            }
        }
        Path listed = Path.of(System.getProperty("user.dir"), "src/test/resources/dead-code/looked-at-by-tests.txt");
        assertThat(unused).containsExactlyElementsOf(new TreeSet<>(Files.readAllLines(listed)));
    }

    @ArchTest
    static void everyClassIsUsedByAnother(JavaClasses classes) {
        TreeSet<String> unused = new TreeSet<>();
        for (JavaClass each : classes) {
            boolean top = each.isTopLevelClass() && !each.getSimpleName().equals("package-info");
            if (top
                    && !each.getName().equals("dev.monsh.Monsh")
                    && !SERVICES.contains(each.getName())
                    && each.getDirectDependenciesToSelf().isEmpty()) {
                unused.add(each.getName());
            }
        }
        assertThat(unused).isEmpty();
    }

    private static boolean isOurs(JavaMethod method) {
        Set<JavaModifier> modifiers = method.getModifiers();
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && !modifiers.contains(JavaModifier.BRIDGE)
                && !modifiers.contains(JavaModifier.PRIVATE)
                && !CALLED_FROM_OUTSIDE.contains(method.getName())
                && !isComponent(method)
                && !overrides(method);
    }

    /** The components of a record are its value, whether or not each is read alone. */
    private static boolean isComponent(JavaMethod method) {
        return method.getOwner().isRecord()
                && method.getRawParameterTypes().isEmpty()
                && method.getOwner().tryGetField(method.getName()).isPresent();
    }

    private static boolean overrides(JavaMethod method) {
        Class<?> owner = method.getOwner().reflect();
        Class<?>[] parameters = method.reflect().getParameterTypes();
        return Stream.concat(supertypes(owner), Stream.of(Object.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(other ->
                        other.getName().equals(method.getName()) && other.getParameterCount() == parameters.length);
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        Stream<Class<?>> direct = Stream.of(type.getInterfaces());
        if (type.getSuperclass() != null) {
            direct = Stream.concat(direct, Stream.of(type.getSuperclass()));
        }
        return direct.flatMap(each -> Stream.concat(Stream.of(each), supertypes(each)));
    }

    private static boolean isUsed(JavaCodeUnit method) {
        return method.getAccessesToSelf().stream()
                .anyMatch(access -> !access.getOrigin().equals(method));
    }
}
