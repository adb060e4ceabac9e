package dev.monsh.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A call of monsh that a document shows: a line of a {@code sh} or {@code console} block that begins with {@code monsh} or
 * {@code ./monsh}, behind the prompt where there is one.
 *
 * @param place file and line
 * @param call what a shell would run, beginning with {@code monsh}
 */
public record DocumentedCommand(String place, String call) {

    private static final Set<String> LANGUAGES = Set.of("sh", "console");

    /** Returns the calls of a Markdown text. A backslash at the end of a line continues it. */
    public static List<DocumentedCommand> in(String file, String markdown) {
        List<DocumentedCommand> found = new ArrayList<>();
        List<String> lines = markdown.lines().toList();
        boolean block = false;
        boolean shell = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("```")) {
                block = !block;
                shell = block && LANGUAGES.contains(line.substring(3).strip());
                continue;
            }
            String typed = line.startsWith("$ ") ? line.substring(2) : line;
            String call = typed.startsWith("./") ? typed.substring(2) : typed;
            if (shell && call.startsWith("monsh ")) {
                String place = file + ":" + (i + 1);
                while (call.endsWith("\\") && i + 1 < lines.size()) {
                    i++;
                    call = call.substring(0, call.length() - 1) + lines.get(i).strip();
                }
                found.add(new DocumentedCommand(place, call));
            }
        }
        return found;
    }
}
