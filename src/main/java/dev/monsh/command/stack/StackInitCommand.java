package dev.monsh.command.stack;

import dev.monsh.box.Box;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.ShellWord;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.init.InitFile;
import dev.monsh.stack.init.NewStack;
import dev.monsh.stack.init.Reach;
import dev.monsh.stack.init.StackWriter;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code stack init}: the files of a stack that works, with comments. */
public final class StackInitCommand {

    private static final Option.Single<String> TAILSCALE_IP =
            Option.text("tailscale-ip", "IP", ValueKind.TEXT, "this machine's address in the gateway's tailnet");
    private static final Option.Flag OPEN = Option.flag("open", "bind Prometheus and Loki to every address");
    private static final Option.Single<Path> LOGS =
            Option.folder("logs", "the folder of the log files; default: logs in DIR");

    private final Boxes boxes;
    private final Path workingFolder;
    private final Supplier<StackWriter> writer;

    public StackInitCommand(Boxes boxes, Path workingFolder, Supplier<StackWriter> writer) {
        this.boxes = boxes;
        this.workingFolder = workingFolder;
        this.writer = writer;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("stack init")
                .group("Stack")
                .summary("Write the files of a working stack")
                .details("""
                        Writes the manual's layout to DIR (default: the current folder): docker-compose.yml, the
                        configuration of the four servers, populate_log.sh and a README.md, with comments and pinned
                        images. Existing files are never overwritten. Only this machine can reach the servers. With
                        --tailscale-ip, or if the chosen box has a tailscale_ip, the tailnet can reach Prometheus and
                        Loki too. --dry-run lists the files, and with -v shows them.
                        """)
                .optional("DIR", ValueKind.FOLDER)
                .option(TAILSCALE_IP)
                .option(OPEN)
                .option(LOGS)
                .formats(StackCommands.FORMATS)
                .example("monsh stack init process-monitor --dry-run", "what would be written")
                .example(
                        "monsh stack init process-monitor --tailscale-ip 100.64.0.7 --dry-run",
                        "a stack that the gateway can reach")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        Optional<String> given = call.optionalArgument(0);
        if (given.filter(String::isBlank).isPresent()) {
            throw new UsageException("DIR", "is empty; leave it out for the current folder", "monsh help stack init");
        }
        Path folder = absolute(given.orElse(""));
        Path logs = call.get(LOGS).map(path -> absolute(path.toString())).orElseGet(() -> folder.resolve("logs"));
        NewStack stack = new NewStack(folder, logs, reach(call));
        StackWriter files = writer.get();
        List<StackWriter.Planned> plan = files.plan(stack);
        boolean dry = call.globals().dryRun();
        if (!dry) {
            files.write(stack, plan);
        }
        print(call, plan, dry);
        if (dry) {
            showFiles(call, plan);
            call.console().note("nothing was written: this was a dry run");
        } else {
            call.console().note("to start it: monsh up --stack " + ShellWord.of(folder));
        }
        return ExitCode.DONE;
    }

    private Path absolute(String path) {
        return workingFolder.resolve(path).toAbsolutePath().normalize();
    }

    private Reach reach(Invocation call) {
        Optional<String> given = call.get(TAILSCALE_IP);
        if (call.get(OPEN)) {
            if (given.isPresent()) {
                throw new UsageException("stack init", "use either --open or --tailscale-ip, not both");
            }
            call.console().warn("Prometheus and Loki will listen on every address of this machine, without a password");
            return new Reach.Everybody();
        }
        Box box = boxes.chosen(call.globals());
        Optional<String> address = given.or(box::tailscaleIp);
        if (address.isEmpty()) {
            return new Reach.ThisMachine();
        }
        Reach.Tailnet tailnet = Reach.Tailnet.of(given.isPresent() ? "--tailscale-ip" : "tailscale_ip", address.get());
        if (!tailnet.address().isOfTailnet()) {
            call.console().warn(address.get() + " is not one of Tailscale's addresses, which are in 100.64.0.0/10");
        }
        return tailnet;
    }

    private static void print(Invocation call, List<StackWriter.Planned> plan, boolean dry) {
        Columns.<StackWriter.Planned>of()
                .text("file", planned -> planned.file().path().toString())
                .cut(24)
                .text("state", planned -> state(planned, dry))
                .style(planned -> planned.there() ? Style.FAINT : Style.GOOD)
                .view()
                .print(call.console(), call.format(), plan);
    }

    private static String state(StackWriter.Planned planned, boolean dry) {
        if (planned.there()) {
            return "already there";
        }
        return dry ? "would be written" : "written";
    }

    private static void showFiles(Invocation call, List<StackWriter.Planned> plan) {
        if (!call.globals().verbose()) {
            return;
        }
        Console console = call.console();
        console.out().flush();
        for (StackWriter.Planned planned : plan) {
            InitFile file = planned.file();
            console.note("");
            console.note("== " + file.path());
            file.text().lines().forEach(console::note);
        }
    }
}
