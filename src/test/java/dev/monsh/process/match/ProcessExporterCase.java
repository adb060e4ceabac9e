package dev.monsh.process.match;

import dev.monsh.adapter.host.ProcfsTable;
import dev.monsh.adapter.yaml.process.ProcessExporterConfigReader;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.rule.MatcherConfig;
import dev.monsh.testing.ProcfsFolder;
import dev.monsh.testing.RealProcessExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One question to both: the same rules over the same processes. */
public record ProcessExporterCase(String name, String config, List<ProcfsFolder.Entry> processes, boolean children) {

    /** Writes the case into a folder of its own, runs both, and returns how they differ; empty when they agree. */
    public String difference(RealProcessExporter real, Path base) {
        Path folder = base.resolve(name);
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("config.yml");
            Files.writeString(file, config);
            Path procfs = ProcfsFolder.create(folder.resolve("proc"))
                    .addAll(processes)
                    .path();
            RealProcessExporter.Answer answer = real.ask(file, procfs, children);
            MatcherConfig read = new ProcessExporterConfigReader().read(file);
            String difference = compare(read, procfs, answer);
            delete(folder);
            return difference.isEmpty() ? "" : name + ": " + difference + "\n" + config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String compare(MatcherConfig read, Path procfs, RealProcessExporter.Answer answer) {
        if (!read.problems().isEmpty() || answer.refusal().isPresent()) {
            boolean agree = !read.problems().isEmpty() && answer.refusal().isPresent();
            return agree ? "" : "refusal: ours " + read.problems() + ", real " + answer.refusal();
        }
        Map<String, Integer> ours = ours(read, procfs).counts();
        if (ours.equals(answer.counts())) {
            return "";
        }
        Map<String, Integer> onlyOurs = new TreeMap<>(ours);
        onlyOurs.entrySet().removeAll(answer.counts().entrySet());
        Map<String, Integer> onlyReal = new TreeMap<>(answer.counts());
        onlyReal.entrySet().removeAll(ours.entrySet());
        return "only ours " + onlyOurs + "\n  only real " + onlyReal;
    }

    /**
     * Whether the real program gives one answer: it ends itself over a group whose name is not UTF-8, and of the
     * grandchildren of a group without a name it takes those that its map happens to give it in a good order.
     */
    public boolean isDetermined() {
        MatcherConfig read = new ProcessExporterConfigReader().read("config", config.getBytes(StandardCharsets.UTF_8));
        if (!read.problems().isEmpty()) {
            return true;
        }
        Grouping grouping = new ProcessMatcher(read, children)
                .group(processes.stream().map(ProcessExporterCase::asRead).toList());
        return grouping.groups().stream()
                .noneMatch(group -> GoText.hasRawBytes(group.name())
                        || (group.name().isEmpty()
                                && group.processes().stream().anyMatch(ProcessExporterCase::isGrandchild)));
    }

    private static boolean isGrandchild(MatchedProcess matched) {
        return matched.via() == Via.PARENT && matched.process().ppid() != matched.owner();
    }

    private static RunningProcess asRead(ProcfsFolder.Entry entry) {
        List<String> argv = new ArrayList<>();
        String text = GoText.decode(entry.cmdline());
        if (!text.isEmpty()) {
            argv.addAll(List.of(text.replaceFirst("\u0000+$", "").split("\u0000", -1)));
        }
        return new RunningProcess(
                entry.pid(), entry.ppid(), GoText.decode(entry.comm()), argv, "u", Instant.EPOCH, cgroups(entry));
    }

    private static List<String> cgroups(ProcfsFolder.Entry entry) {
        List<String> lines = entry.cgroup().lines().toList();
        return lines.stream().allMatch(line -> line.split(":", 3).length == 3)
                ? lines.stream().map(line -> line.split(":", 3)[2]).toList()
                : List.of();
    }

    private Grouping ours(MatcherConfig read, Path procfs) {
        return new ProcessMatcher(read, children)
                .group(new ProcfsTable(procfs).read(read.details()).processes());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
