package dev.monsh.process.suggest;

import dev.monsh.process.RunningProcess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The word of a command line that names the service: a script, a module, an application.
 *
 * @param text without its folder, its file ending, and what follows a colon
 * @param before the program that runs it, as it stands in front of it; empty where an option or nothing does
 */
record ServiceWord(String text, String before) {

    /** Programs that run something else, which is what the service is named by. */
    private static final Pattern RUNNER = Pattern.compile(
            "(?:python|pypy|node|nodejs|java|ruby|perl|php|bash|sh|dash|uvicorn|gunicorn|hypercorn|celery|flask|streamlit"
                    + "|dotnet|deno|bun|npm|npx|uv|poetry|run)[0-9.]*");
    /** Options whose value is what is run. */
    private static final Set<String> RUNNING = Set.of("-m", "-jar", "-c", "--app", "-A");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][\\w.-]*");

    static Optional<ServiceWord> of(RunningProcess process) {
        List<String> argv = process.argv();
        String before = "";
        for (int i = 0; i < argv.size(); i++) {
            String argument = argv.get(i);
            if (argument.startsWith("-") && i > 0) {
                before = RUNNING.contains(argument) ? before : "";
                i += takesValue(argument, argv, i) ? 1 : 0;
                continue;
            }
            String base = RunningProcess.baseName(argument);
            if (RUNNER.matcher(base).matches()) {
                before = base;
            } else if (i > 0 || !base.equals(process.comm())) {
                String text = base.replaceFirst(":.*$", "").replaceFirst("\\.(?:py|js|rb|pl|sh|jar|php)$", "");
                String in = argument.contains("/") ? "" : before;
                return NAME.matcher(text).matches() ? Optional.of(new ServiceWord(text, in)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a long option without = is followed by a value, which then is no name of a service. */
    private static boolean takesValue(String option, List<String> argv, int index) {
        return option.startsWith("--")
                && !option.contains("=")
                && !RUNNING.contains(option)
                && index + 1 < argv.size()
                && !argv.get(index + 1).startsWith("-");
    }
}
