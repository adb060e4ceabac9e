package dev.monsh.logs.target;

import dev.monsh.logs.files.PathGlob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares Promtail's targets with what is on the disk and with each other, as the manual's standards want them. */
public final class LogfileCheck {

    private final LogSetup setup;
    private final Map<LogTarget, List<LogFile>> files = new LinkedHashMap<>();
    private final Map<Path, Set<LogTarget>> takers = new HashMap<>();

    private LogfileCheck(LogSetup setup) {
        this.setup = setup;
        for (LogTarget target : setup.promtail().targets()) {
            List<LogFile> found = find(target);
            files.put(target, found);
            found.forEach(file -> takers.computeIfAbsent(file.path(), _ -> new LinkedHashSet<>())
                    .add(target));
        }
    }

    /** Looks at the disk and returns every target with its files and findings, in the order of the file. */
    public static List<CheckedTarget> check(LogSetup setup) {
        LogfileCheck check = new LogfileCheck(setup);
        return setup.promtail().targets().stream().map(check::checked).toList();
    }

    /** Returns the log files beside those of the targets that no target takes, in the order of their paths. */
    public static Collection<Path> untaken(LogSetup setup) {
        LogfileCheck check = new LogfileCheck(setup);
        Set<Path> untaken = new TreeSet<>();
        for (LogTarget target : setup.promtail().targets()) {
            setup.hostPath(target)
                    .map(path -> new PathGlob(path).folder())
                    .ifPresent(folder -> untaken.addAll(new PathGlob(folder + "/*.log").find()));
        }
        untaken.removeAll(check.takers.keySet());
        return untaken;
    }

    private List<LogFile> find(LogTarget target) {
        Optional<PathGlob> excluded = setup.hostExcluded(target).map(PathGlob::new);
        return setup.hostPath(target)
                .map(path -> new PathGlob(path)
                        .find().stream()
                                .filter(file -> excluded.filter(glob -> glob.matches(file))
                                        .isEmpty())
                                .flatMap(file -> LogFile.look(file).stream())
                                .toList())
                .orElse(List.of());
    }

    private CheckedTarget checked(LogTarget target) {
        List<LogFile> found = files.getOrDefault(target, List.of());
        List<LogFinding> findings = new ArrayList<>();
        labels(target, findings);
        if (target.hasPath() || target.pathRewrittenBy().isPresent()) {
            place(target, found, findings);
        }
        found.forEach(file -> file(target, file, findings));
        return new CheckedTarget(target, setup.hostPath(target), found, findings);
    }

    private void labels(LogTarget target, List<LogFinding> findings) {
        if (!target.hasPath() && target.pathRewrittenBy().isEmpty()) {
            findings.add(LogFinding.fault("has no __path__, so Promtail reads nothing for it"));
        }
        Optional<String> rewritten = target.rewrittenBy(LogTarget.SERVICE);
        if (rewritten.isPresent()) {
            findings.add(LogFinding.note("not checked: " + rewritten.get() + " decides the label service"));
        } else {
            service(target, findings);
        }
        long sameJob =
                setup.promtail().jobs().stream().filter(target.job()::equals).count();
        if (sameJob > 1 && !target.job().isEmpty()) {
            findings.add(LogFinding.fault("job_name: " + target.job() + " is used " + sameJob
                    + " times: Promtail does not start with a repeated name"));
        }
    }

    private void service(LogTarget target, List<LogFinding> findings) {
        if (target.service().isEmpty()) {
            findings.add(LogFinding.fault("has no label service, so queries can't select its lines"));
            return;
        }
        List<LogTarget> clashing = setup.promtail().of(target.service()).stream()
                .filter(other -> !other.equals(target))
                .filter(other -> other.rewrittenBy(LogTarget.SERVICE).isEmpty())
                .toList();
        if (!clashing.isEmpty()) {
            findings.add(LogFinding.fault("line " + lines(clashing) + " has the label service: " + target.service()
                    + " too: their lines are mixed"));
        }
    }

    private static String lines(Collection<LogTarget> targets) {
        return String.join(
                ", ",
                targets.stream()
                        .map(target -> String.valueOf(target.place().line()))
                        .toList());
    }

    private void place(LogTarget target, List<LogFile> found, List<LogFinding> findings) {
        Optional<String> rewritten = target.pathRewrittenBy();
        if (rewritten.isPresent()) {
            findings.add(LogFinding.note("not checked: " + rewritten.get() + " decides which files it reads"));
            return;
        }
        PathGlob path = new PathGlob(target.path());
        if (setup.isHidden(target)) {
            findings.add(LogFinding.fault(
                    "no volume of " + setup.service().orElseThrow().name() + " holds " + path.folder()
                            + ": Promtail can't see it in its container"));
            return;
        }
        Optional<String> host = setup.hostPath(target);
        if (host.isEmpty()) {
            findings.add(LogFinding.note("not checked: its volume is a named one, or a variable decides its folder"));
        } else if (found.isEmpty()) {
            findings.add(LogFinding.fault(path.fault()
                    .map(fault -> "Promtail rejects the pattern: " + fault)
                    .orElseGet(() -> missing(new PathGlob(host.get())))));
        } else if (found.size() > 1) {
            findings.add(LogFinding.note(
                    found.size() + " files share one service: the manual recommends one file per service"));
        }
    }

    private static String missing(PathGlob glob) {
        Path folder = glob.folder();
        if (!Files.isDirectory(folder)) {
            return "folder " + folder + " not found";
        }
        if (!Files.isReadable(folder)) {
            return "the folder " + folder + " can't be read: permission denied";
        }
        return glob.isGlob() ? "no file matches " + glob : "file " + glob + " not found";
    }

    private void file(LogTarget target, LogFile file, List<LogFinding> findings) {
        if (!file.regular()) {
            findings.add(LogFinding.fault(file.path() + " is not a regular file"));
        } else if (!file.readable()) {
            findings.add(LogFinding.fault(file.path() + " can't be read: permission denied"));
        } else if (file.size() == 0) {
            findings.add(LogFinding.note(file.path() + " is empty"));
        }
        List<LogTarget> others = takers.getOrDefault(file.path(), Set.of()).stream()
                .filter(other -> !other.equals(target))
                .toList();
        if (!others.isEmpty()) {
            findings.add(LogFinding.fault(file.path() + " is also read by the target in line " + lines(others)
                    + ": its lines are stored more than once"));
        }
    }
}
