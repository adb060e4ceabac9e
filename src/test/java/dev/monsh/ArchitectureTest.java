package dev.monsh;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import dev.monsh.app.sources.Surroundings;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rooms of the program and the arrows between them. */
@AnalyzeClasses(packages = "dev.monsh", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> FEATURES =
            List.of("metrics..", "logs..", "process..", "stack..", "gateway..", "tailnet..", "cloud..", "grafana..");
    private static final List<String> SHARED =
            List.of("box", "edit", "failure", "json", "labels", "mount", "os", "step");

    @ArchTest
    static final ArchRule failureKnowsTheJdkAlone = room("failure").may();

    @ArchTest
    static final ArchRule boxKnowsFailures = room("box").may("failure", "os");

    @ArchTest
    static final ArchRule editKnowsFailures = room("edit").may("failure", "os");

    @ArchTest
    static final ArchRule labelsKnowHowQueriesWriteThem = room("labels").may("ql");

    @ArchTest
    static final ArchRule mountKnowsNothing = room("mount").may();

    @ArchTest
    static final ArchRule jsonKnowsNothing = room("json").may();

    @ArchTest
    static final ArchRule osKnowsFailures = room("os").may("failure");

    @ArchTest
    static final ArchRule stepKnowsFailures = room("step").may("failure");

    @ArchTest
    static final ArchRule cliKnowsNoFeature = room("cli..").may("failure", "ql", "terminal");

    @ArchTest
    static final ArchRule queryLanguagesInGeneralKnowNothing = room("ql").may();

    @ArchTest
    static void aFeatureKnowsNoOtherFeature(JavaClasses classes) {
        for (String feature : FEATURES) {
            room(feature)
                    .may("box", "edit", "failure", "json", "labels", "mount", "os", "ql", "step")
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    /** The values and ports of a feature are what its parts build on, never the other way round. */
    @ArchTest
    static void theValuesOfAFeatureKnowNoneOfItsParts(JavaClasses classes) {
        for (String feature : FEATURES) {
            String values = "dev.monsh." + feature.replace("..", "");
            noClasses()
                    .that()
                    .resideInAPackage(values)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(values + "..").and(DescribedPredicate.not(resideInAPackage(values))))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule acrossKnowsFeatures = room("across..")
            .may(with(FEATURES, "box", "edit", "failure", "json", "os", "step"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule terminalKnowsFailuresAndJline = room("terminal").may("failure", "os");

    /** Boxes, problems and changes of files are values that features hand up, so views show them as well. */
    @ArchTest
    static final ArchRule viewKnowsFeaturesAndTheTerminal =
            room("view..").may(with(FEATURES, "across..", "box", "edit", "failure", "labels", "step", "terminal"));

    /** A view writes values and asks nobody: neither what an adapter or the wiring implements, nor the machine itself. */
    @ArchTest
    static void aViewAsksNobody(JavaClasses classes) {
        DescribedPredicate<JavaClass> port = DescribedPredicate.describe(
                "ports",
                each -> each.isInterface()
                        && each.getPackageName().startsWith("dev.monsh.")
                        && each.getAllSubclasses().stream()
                                .anyMatch(resideInAnyPackage("dev.monsh.adapter..", "dev.monsh.app..")));
        assertThat(classes.that(port)).extracting(JavaClass::getSimpleName).contains("MetricsSource", "LogSource");
        DescribedPredicate<JavaClass> machine = resideInAnyPackage(
                        "java.net.http..", "java.nio.channels..", "dev.monsh.os..")
                .or(named("java.nio.file.Files"))
                .or(named("java.lang.ProcessBuilder"))
                .or(named("java.net.Socket"));
        noClasses()
                .that()
                .resideInAPackage("dev.monsh.view..")
                .should()
                .dependOnClassesThat(port.or(machine))
                .check(classes);
    }

    @ArchTest
    static final ArchRule dashboardKnowsFeaturesViewsAndTheTerminal = room("dashboard..")
            .may(with(FEATURES, "across..", "box", "failure", "labels", "os", "terminal", "view.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule anAdapterKnowsPortsAlone =
            room("adapter..").may(with(FEATURES, SHARED.toArray(new String[0])));

    @ArchTest
    static final ArchRule roomsWithoutALibraryKnowTheJdkAlone = noClasses()
            .that()
            .resideInAnyPackage(Stream.of(
                            "failure",
                            "box",
                            "edit",
                            "metrics..",
                            "logs..",
                            "stack..",
                            "gateway..",
                            "tailnet..",
                            "cloud..",
                            "grafana..",
                            "across..",
                            "labels",
                            "mount",
                            "os",
                            "ql",
                            "view..")
                    .map(room -> "dev.monsh." + room)
                    .toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "javax..",
                    "org.jspecify.annotations",
                    "com.google.re2j",
                    "com.github.difflib..",
                    "dev.monsh..");

    @ArchTest
    static final ArchRule noAdapterKnowsAnother =
            slices().matching("dev.monsh.adapter.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule commandKnowsFeaturesViewsAndTheTerminal = room("command..")
            .may(with(FEATURES, "across..", "box", "cli..", "edit", "failure", "labels", "step", "terminal", "view.."));

    @ArchTest
    static final ArchRule nothingKnowsTheAppButMain = noClasses()
            .that()
            .resideOutsideOfPackage("dev.monsh.app..")
            .and(DescribedPredicate.not(named("dev.monsh.Monsh")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.monsh.app..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.monsh.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule springIsKnownInTheCommandModel = library("org.springframework..", "dev.monsh.cli..");

    @ArchTest
    static final ArchRule jlineIsKnownInTerminalAndConsole =
            library("org.jline..", "dev.monsh.terminal..", "dev.monsh.app.console..");

    @ArchTest
    static final ArchRule lanternaIsKnownInTheDashboardsScreen =
            library("com.googlecode.lanterna..", "dev.monsh.dashboard.screen");

    @ArchTest
    static final ArchRule okHttpIsKnownInAdapterHttp = library("okhttp3..", "dev.monsh.adapter.http..");

    @ArchTest
    static final ArchRule jacksonIsKnownWhereJsonIsReadAndWritten = library(
            "com.fasterxml.jackson..",
            "dev.monsh.json",
            "dev.monsh.terminal",
            "dev.monsh.adapter.http..",
            "dev.monsh.adapter.file..");

    @ArchTest
    static final ArchRule awsIsKnownInAdapterAws = library("software.amazon..", "dev.monsh.adapter.aws..");

    /** The adapter is in a jar of its own, which is loaded when it is needed: nobody may name its classes. */
    @ArchTest
    static final ArchRule nobodyNamesAdapterAws = library("dev.monsh.adapter.aws..", "dev.monsh.adapter.aws..");

    @ArchTest
    static final ArchRule snakeYamlIsKnownInAdapterYaml = library("org.yaml..", "dev.monsh.adapter.yaml..");

    @ArchTest
    static final ArchRule sshjIsKnownInAdapterSsh = library("net.schmizz..", "dev.monsh.adapter.ssh..");

    @ArchTest
    static final ArchRule theRestOfSshjIsKnownThereToo = library("com.hierynomus..", "dev.monsh.adapter.ssh..");

    @ArchTest
    static final ArchRule re2IsKnownWhereTheServersUseIt =
            library("com.google.re2j..", "dev.monsh.process..", "dev.monsh.logs..");

    @ArchTest
    static final ArchRule diffsAreMadeInOnePlace = library("com.github.difflib..", "dev.monsh.edit");

    @ArchTest
    static final ArchRule programsAreStartedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("dev.monsh.os")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    /** Whoever writes a file that others read does it as {@code os.NewFile} does: beside, to the disk, renamed. */
    @ArchTest
    static final ArchRule filesAreReplacedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("dev.monsh.os")
            .should()
            .callMethod(Files.class, "move", Path.class, Path.class, CopyOption[].class)
            .orShould()
            .accessField(StandardCopyOption.class, "ATOMIC_MOVE");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that(DescribedPredicate.not(named("dev.monsh.Monsh")))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule onlySurroundingsReadTheEnvironment = noClasses()
            .that(DescribedPredicate.not(named(Surroundings.class.getName())))
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule nothingPrintsPastTheConsole = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass each : classes) {
            boolean marked = each.getPackage()
                    .tryGetPackageInfo()
                    .filter(info -> info.isAnnotatedWith(NullMarked.class))
                    .isPresent();
            if (!marked) {
                unmarked.add(each.getPackageName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @ArchTest
    static void everyPackageIsOneOfTheRooms(JavaClasses classes) {
        DescribedPredicate<JavaClass> known = resideInAnyPackage(Stream.of(
                        FEATURES.stream(),
                        SHARED.stream(),
                        Stream.of(
                                "across..",
                                "adapter..",
                                "app..",
                                "cli..",
                                "command..",
                                "dashboard..",
                                "ql",
                                "terminal",
                                "view.."))
                .flatMap(rooms -> rooms)
                .map(room -> "dev.monsh." + room)
                .toArray(String[]::new));
        TreeSet<String> unknown = new TreeSet<>();
        classes.that(DescribedPredicate.not(known)).forEach(each -> unknown.add(each.getPackageName()));
        assertThat(unknown).containsExactly("dev.monsh");
    }

    /** Nobody but these packages may know a library. */
    private static ArchRule library(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static Room room(String name) {
        return new Room(name);
    }

    private static String[] with(List<String> features, String... others) {
        List<String> all = new ArrayList<>(features);
        all.addAll(List.of(others));
        return all.toArray(new String[0]);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, each -> each.getName().equals(name));
    }

    /** A package, with those below it where its name ends in two dots. */
    private record Room(String name) {

        /** Of the program's own packages it may know itself and these. */
        ArchRule may(String... rooms) {
            List<String> allowed = new ArrayList<>(List.of(path(name)));
            Stream.of(rooms).map(Room::path).forEach(allowed::add);
            DescribedPredicate<JavaClass> foreign = resideInAPackage("dev.monsh..")
                    .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(new String[0]))));
            ClassesShould should = classes().that().resideInAPackage(path(name)).should();
            return should.onlyDependOnClassesThat(DescribedPredicate.not(foreign))
                    .as(name + " may know " + String.join(", ", rooms));
        }

        private static String path(String room) {
            return "dev.monsh." + room;
        }
    }
}
