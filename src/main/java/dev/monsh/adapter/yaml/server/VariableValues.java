package dev.monsh.adapter.yaml.server;

import dev.monsh.adapter.yaml.YamlCursor;
import dev.monsh.adapter.yaml.YamlFault;
import dev.monsh.stack.Service;
import dev.monsh.stack.check.ServerFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Values of a file in which Loki and Promtail, started with {@code -config.expand-env}, put in variables themselves. */
final class VariableValues {

    private final List<ServerFiles.Placed> notChecked = new ArrayList<>();

    List<ServerFiles.Placed> notChecked() {
        return notChecked;
    }

    /** Returns a text; empty where there is none or it holds a variable. */
    Optional<ServerFiles.Placed> text(YamlCursor at) {
        return at.text().filter(text -> isKnown(at, text)).map(text -> new ServerFiles.Placed(text, at.problem("")));
    }

    /** Returns a port, the server's usual one where none is named; empty where it holds a variable. */
    OptionalInt port(YamlCursor at, Service server) {
        Optional<String> text = at.text();
        if (text.isPresent() && !isKnown(at, text.get())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(text.filter(number -> number.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(server.usualPort()));
    }

    private boolean isKnown(YamlCursor at, String text) {
        boolean known = !text.contains("${");
        if (!known) {
            notChecked.add(new ServerFiles.Placed(
                    YamlFault.oneLine(text) + ": the server expands the variable when it starts", at.problem("")));
        }
        return known;
    }
}
