package dev.monsh.app;

import dev.monsh.app.names.LiveValues;
import dev.monsh.app.sources.DashboardSources;
import dev.monsh.app.sources.Sources;
import dev.monsh.app.sources.Surroundings;
import dev.monsh.box.BoxSelection;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.command.top.Top;
import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.frame.FrameView;
import dev.monsh.dashboard.frame.Look;
import dev.monsh.dashboard.loop.DashboardLoop;
import dev.monsh.dashboard.loop.OneFrame;
import dev.monsh.dashboard.record.FrameText;
import dev.monsh.dashboard.record.Recording;
import dev.monsh.dashboard.record.SvgPicture;
import dev.monsh.dashboard.screen.LanternaDisplay;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Size;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.os.NamedFile;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.TerminalProfile;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dashboard, with the sources that the configuration names. */
final class ConfiguredTop implements Top {

    private static final Duration ONE_FRAME = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final Sources sources;
    private final DashboardSources boxes;

    ConfiguredTop(Surroundings surroundings, Sources sources) {
        this.surroundings = surroundings;
        this.sources = sources;
        this.boxes = new DashboardSources(surroundings, sources);
    }

    @Override
    public void show(GlobalOptions options, Console console, Optional<Path> recording) {
        TerminalProfile profile = console.profile();
        Size size = new Size(profile.width(), profile.height());
        String term = surroundings.environment().getOrDefault("TERM", "");
        Chosen chosen = chosen(options);
        try (Recorder recorder = Recorder.of(recording, size, term, surroundings)) {
            DashboardLoop loop = new DashboardLoop(
                    new LanternaDisplay(profile.color(), recorder::before),
                    new FrameView(look(profile)),
                    name -> boxes.of(chosen.options(name)),
                    new EmbeddedCommands(
                            surroundings, sources.names(LiveValues.Pace.CONSOLE), profile, chosen::options),
                    surroundings.clock());
            Runnable run = chosen.several()
                    ? () -> loop.runFleet(chosen.names(), names(options, chosen.names()))
                    : () -> loop.run(chosen.names().getFirst(), names(options, chosen.names()));
            new InterruptGuard().run(run, loop::stop);
        }
    }

    @Override
    public void once(GlobalOptions options, Console console, int columns, int rows, Optional<Path> picture) {
        Optional<Path> file = picture.map(name -> NamedFile.of(surroundings.workingFolder(), name));
        try {
            Duration patience = options.timeout().orElse(ONE_FRAME);
            Chosen chosen = chosen(options);
            OneFrame once = new OneFrame(name -> boxes.of(chosen.options(name)), surroundings.clock(), patience);
            Size size = new Size(columns, rows);
            Dashboard state = chosen.several()
                    ? once.of(chosen.names(), size)
                    : once.of(chosen.names().getFirst(), size);
            Frame frame = new FrameView(look(console.profile())).of(state);
            new FrameText(console).print(frame);
            file.ifPresent(path -> NamedFile.write(path, SvgPicture.of(frame).getBytes(StandardCharsets.UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("top", "interrupted", null, e);
        }
    }

    /** Finds out what the call is about: one box, or several. */
    private Chosen chosen(GlobalOptions options) {
        Optional<String> wanted = sources.requested(options);
        if (wanted.isPresent()) {
            Set<String> known = sources.all(options).keySet();
            if (BoxSelection.isSeveral(wanted.get(), known)) {
                return new Chosen(options, BoxSelection.of(wanted.get(), known), true);
            }
        }
        return new Chosen(options, List.of(sources.chosen(options).name()), false);
    }

    /**
     * What is shown.
     *
     * @param given the options of the call
     */
    private record Chosen(GlobalOptions given, List<String> names, boolean several) {

        /** A box that was chosen alone keeps the options that chose it: it may have no name in the configuration. */
        GlobalOptions options(String name) {
            return !several && name.equals(names.getFirst()) ? given : given.withBox(name);
        }
    }

    private static Look look(TerminalProfile profile) {
        return new Look(profile.unicode(), profile.braille(), ZoneId.systemDefault());
    }

    private List<String> names(GlobalOptions options, List<String> shown) {
        Set<String> names = new LinkedHashSet<>(shown);
        try {
            names.addAll(sources.all(options).keySet());
        } catch (MonshException e) {
            // the demo's box needs no configuration
        }
        return List.copyOf(names);
    }

    /** A recording, or none. */
    private record Recorder(Optional<Recording> recording) implements AutoCloseable {

        static Recorder of(Optional<Path> file, Size size, String term, Surroundings surroundings) {
            return new Recorder(file.map(path -> Recording.begin(
                    NamedFile.of(surroundings.workingFolder(), path), size, term, surroundings.clock())));
        }

        OutputStream before(OutputStream terminal) {
            return recording.map(each -> each.before(terminal)).orElse(terminal);
        }

        @Override
        public void close() {
            recording.ifPresent(Recording::close);
        }
    }
}
