package dev.monsh.adapter.yaml.server;

import dev.monsh.adapter.yaml.YamlCursor;
import dev.monsh.adapter.yaml.YamlFault;
import dev.monsh.failure.Problem;
import dev.monsh.stack.check.ServerFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads groups of scrape targets, of a configuration or of a file of targets. */
final class TargetReader {

    private final List<Problem> problems;
    private final List<ServerFiles.Address> targets = new ArrayList<>();
    private final List<ServerFiles.Placed> notChecked = new ArrayList<>();

    TargetReader(List<Problem> problems) {
        this.problems = problems;
    }

    List<ServerFiles.Address> targets() {
        return targets;
    }

    /** Returns what only the running server can know. */
    List<ServerFiles.Placed> notChecked() {
        return notChecked;
    }

    /** Reads {@code targets: [HOST:PORT, ...]} of one group. */
    void group(YamlCursor group, int usualPort) {
        YamlCursor list = group.get("targets");
        if (list.isPresent() && !list.isList()) {
            problems.add(list.problem("'targets' must be a list"));
        }
        list.items().forEach(target -> target(target, usualPort));
    }

    /** Leaves the targets of a scrape configuration unread, with the reason. */
    void skip(YamlCursor configs, String why) {
        notChecked.add(new ServerFiles.Placed(why, configs.problem("")));
    }

    private void target(YamlCursor target, int usualPort) {
        Optional<String> text = target.text().filter(address -> !address.isEmpty());
        if (text.isEmpty() || text.get().contains("/")) {
            problems.add(target.problem("a target must be HOST:PORT, without a scheme or path"));
            return;
        }
        int colon = text.get().lastIndexOf(':');
        boolean hasPort = colon >= 0 && !text.get().endsWith("]");
        String host = hasPort ? text.get().substring(0, colon) : text.get();
        String port = hasPort ? text.get().substring(colon + 1) : String.valueOf(usualPort);
        if (!port.matches("\\d{1,5}")) {
            // Prometheus takes it and looks for the name of a service at each scrape
            skip(target, "the target " + YamlFault.oneLine(text.get()) + ": its port is a name");
            return;
        }
        targets.add(
                new ServerFiles.Address(host.replaceAll("^\\[|]$", ""), Integer.parseInt(port), target.problem("")));
    }
}
