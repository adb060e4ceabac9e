package dev.monsh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.Distribution;
import dev.monsh.testing.Ended;
import dev.monsh.testing.Launched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher finds itself and a Java, wherever it stands and however it is called. */
class LauncherIT {

    private static final Path JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    private Launched monsh;

    @BeforeEach
    void prepare() {
        monsh = Launched.in(folder);
    }

    /** JUnit would warn of every link that leads out of its folder. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static void assertVersion(Ended ended) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).matches("monsh \\S+ \\(Java \\S+\\)\n");
        assertThat(ended.code()).isZero();
    }

    /** Copies the distribution, so that it can be spoilt. */
    private Path copy(String name) throws IOException {
        Path target = folder.resolve(name);
        try (Stream<Path> files = Files.walk(Distribution.folder())) {
            for (Path file : files.toList()) {
                Path copied = target.resolve(Distribution.folder().relativize(file));
                Files.createDirectories(copied.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return target;
    }

    private static String launcher(Path distribution) {
        return distribution.resolve("bin").resolve("monsh").toString();
    }

    @Test
    void itRunsFromAnyFolderThroughPath() {
        for (Path workingFolder :
                List.of(Path.of("/"), folder, Distribution.folder().resolve("bin"))) {
            assertVersion(monsh.from(workingFolder).run("version"));
        }
    }

    @Test
    void itRunsByARelativePath() {
        assertVersion(monsh.from(Distribution.folder()).by("bin/monsh").run("version"));
        assertVersion(monsh.from(Distribution.folder()).by("./bin/monsh").run("version"));
        assertVersion(
                monsh.from(Distribution.folder().resolve("bin")).by("./monsh").run("version"));
        assertVersion(monsh.from(Distribution.folder().resolve("lib"))
                .by("../bin/monsh")
                .run("version"));
        Launched inShell = monsh.from(Distribution.folder().resolve("bin"));
        assertVersion(inShell.shell("sh monsh version"));
    }

    @Test
    void itRunsThroughSymbolicLinksAndChainsOfThem() throws IOException {
        Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of(launcher(Distribution.folder())));
        Files.createDirectories(folder.resolve("x").resolve("y"));
        Path two = Files.createSymbolicLink(folder.resolve("x/two"), Path.of("../one"));
        Path three = Files.createSymbolicLink(folder.resolve("x/y/three links"), Path.of("../two"));
        Path linkedFolder = Files.createSymbolicLink(folder.resolve("dist"), Distribution.folder());

        for (Path link : List.of(one, two, three, linkedFolder.resolve("bin").resolve("monsh"))) {
            assertVersion(monsh.by(link.toString()).run("version"));
        }
        assertVersion(monsh.with("PATH", folder.resolve("x/y") + ":/usr/bin:/bin")
                .by("three links")
                .run("version"));
        assertVersion(monsh.from(folder.resolve("x")).by("./two").run("version"));
    }

    @Test
    void aDistributionThatWasMovedStillRuns() throws IOException {
        Path moved = copy("moved to 'a place' with $blanks ä");

        assertVersion(monsh.by(launcher(moved)).run("version"));
        assertVersion(monsh.from(moved).by("bin/monsh").run("version"));
        assertVersion(monsh.with("LC_ALL", "C").by(launcher(moved)).run("version"));
    }

    @Test
    void itWritesNothingWhereItMayNot() throws IOException {
        Path distribution = copy("read-only");
        try (Stream<Path> files = Files.walk(distribution)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isExecutable(file) ? "r-xr-xr-x" : "r--r--r--"));
            }
        }
        // whoever runs the tests as root may write in spite of the mode, but nobody may write there
        Launched readOnly = monsh.by(launcher(distribution)).with("HOME", "/proc/no-home");
        Map<Path, Object> before = contents(distribution);

        assertVersion(readOnly.run("version"));
        assertThat(readOnly.run("config", "path").out()).isEqualTo("/proc/no-home/.config/monsh/config.yml\n");
        assertThat(readOnly.reading("box list\n").run().code()).isZero();
        assertThat(contents(distribution)).isEqualTo(before);
        try (Stream<Path> files = Files.walk(distribution)) {
            for (Path each : files.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static Map<Path, Object> contents(Path distribution) throws IOException {
        try (Stream<Path> files = Files.walk(distribution)) {
            return files.collect(Collectors.toMap(file -> file, LauncherIT::lastModified));
        }
    }

    private static Object lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a folder that looks like an old JDK and says so when it is run. */
    private Path oldJava() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("old java").resolve("bin"));
        Files.writeString(bin.resolveSibling("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\necho 'the old Java was run' >&2\nexit 99\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin.getParent();
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws IOException {
        assertVersion(monsh.with("JAVA_HOME", oldJava().toString()).run("version"));
        assertVersion(monsh.with("JAVA_HOME", "/nowhere").run("version"));
        assertVersion(monsh.with("JAVA_HOME", "").run("version"));
        assertVersion(monsh.with("JAVA_HOME", JDK.toString()).run("version"));
    }

    /** Returns a run of a copy that finds a Java only in JAVA_HOME, MONSH_JDKS and a PATH of little else. */
    private Launched withoutJava() throws IOException {
        Path distribution = copy("without java");
        Files.delete(distribution.resolve("lib").resolve("jdk"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "env", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin").resolve(tool));
        }
        return monsh.by(launcher(distribution)).with("MONSH_JDKS", "").with("PATH", tools.toString());
    }

    @Test
    void withoutAJavaItNamesThePackage() throws IOException {
        for (Launched none : List.of(withoutJava(), withoutJavaBut(oldJava()))) {
            Ended ended = none.run("version");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .isEqualTo("monsh: Java: monsh needs a JDK of version 25 or later, and none was found\n"
                            + "  try: apt install openjdk-25-jdk-headless (or set JAVA_HOME)\n");
        }
    }

    private Launched withoutJavaBut(Path jdk) {
        return monsh.by(launcher(folder.resolve("without java")))
                .with("MONSH_JDKS", "")
                .with("JAVA_HOME", jdk.toString())
                .with("PATH", folder.resolve("tools") + ":" + jdk.resolve("bin"));
    }

    @Test
    void aJavaIsFoundInJavaHomeInTheUsualFoldersAndOnPath() throws IOException {
        Launched none = withoutJava();
        Path onPath = Files.createDirectories(folder.resolve("on path"));
        Files.createSymbolicLink(onPath.resolve("java"), JDK.resolve("bin").resolve("java"));

        assertVersion(none.with("JAVA_HOME", JDK.toString()).run("version"));
        assertVersion(none.with("MONSH_JDKS", "/nowhere " + JDK).run("version"));
        assertVersion(
                none.with("PATH", none.environment().get("PATH") + ":" + onPath).run("version"));
    }

    @Test
    void nothingOfJavaIsSeen() {
        assertVersion(monsh.with("JDK_JAVA_OPTIONS", "-Xmx64m -Dx=y").run("version"));
        assertThat(monsh.with("JAVA_TOOL_OPTIONS", "-Dx=y").run("version").lines())
                .hasSize(1);
        assertVersion(monsh.with("CLASSPATH", "/nowhere").run("version"));
    }

    @Test
    void theArchiveOfClassesFitsAndIsUsed() {
        Path archive = Distribution.folder().resolve("lib").resolve("monsh.aot");

        assertThat(archive).isRegularFile();
        // Java stops instead of going on without the archive
        Ended ended = monsh.with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on").run("version");
        assertThat(ended.code()).describedAs(ended.toString()).isZero();
    }
}
