package dev.monsh.dashboard.update;

import dev.monsh.dashboard.key.Binding;
import dev.monsh.dashboard.key.HelpRow;
import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.state.Choices;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.dashboard.state.Overlay.Typing.Purpose;
import java.util.Optional;

/** What the keys do while something lies over the panes. */
final class OverlayKeys {

    private static final int PAGE_LOSS = 4;

    private OverlayKeys() {}

    static Step pressed(Dashboard state, Key key) {
        return switch (state.overlay()) {
            case Overlay.Typing typing -> typed(state, typing, key);
            case Overlay.Question question -> answered(state, question, key);
            case Overlay.Boxes boxes -> box(state, boxes, key);
            case Overlay.Help _, Overlay.Text _ -> read(state, key);
            case Overlay.Closed _ -> Step.to(state);
        };
    }

    private static Step typed(Dashboard state, Overlay.Typing typing, Key key) {
        String text = typing.text();
        return switch (key.kind()) {
            case CHARACTER -> Step.to(changed(state, typing.of(text + Character.toString(key.codePoint()))));
            case BACKSPACE ->
                Step.to(
                        text.isEmpty()
                                ? abandoned(state, typing)
                                : changed(
                                        state,
                                        typing.of(text.substring(0, text.offsetByCodePoints(text.length(), -1)))));
            case TAB -> typing.purpose() == Purpose.COMMAND ? Step.to(state, new Wish.Complete(text)) : Step.to(state);
            case ENTER -> entered(state, typing);
            case ESCAPE -> Step.to(abandoned(state, typing));
            case CONTROL -> controlled(state, typing, key);
            default -> Step.to(state);
        };
    }

    private static Step controlled(Dashboard state, Overlay.Typing typing, Key key) {
        return switch (key.codePoint()) {
            case 'c' -> Step.to(abandoned(state, typing));
            case 'u' -> Step.to(changed(state, typing.of("")));
            case 'w' -> Step.to(changed(state, typing.of(typing.text().replaceFirst("\\S*\\s*$", ""))));
            default -> Step.to(state);
        };
    }

    /** Filter and search work while they are typed. */
    static Dashboard changed(Dashboard state, Overlay.Typing typing) {
        return using(state.withOverlay(typing), typing.purpose(), typing.text());
    }

    private static Dashboard abandoned(Dashboard state, Overlay.Typing typing) {
        return using(closed(state), typing.purpose(), typing.before());
    }

    private static Dashboard using(Dashboard state, Purpose purpose, String text) {
        Choices choices = state.choices();
        return switch (purpose) {
            case FILTER -> state.withChoices(choices.withFilter(text));
            case SEARCH -> state.withChoices(choices.withLog(choices.log().withSearch(text)));
            case COMMAND -> state;
        };
    }

    private static Step entered(Dashboard state, Overlay.Typing typing) {
        return switch (typing.purpose()) {
            case FILTER -> Step.to(closed(state));
            case SEARCH -> Step.to(typing.text().isEmpty() ? closed(state) : Moves.newestMatch(closed(state)));
            case COMMAND -> command(state, typing.text().strip());
        };
    }

    private static Step command(Dashboard state, String line) {
        String command = line.startsWith("monsh ") ? line.substring(6).strip() : line;
        return switch (command) {
            case "" -> Step.to(closed(state));
            case "q", "quit", "exit" -> Step.to(state, new Wish.Quit());
            default -> Step.to(state.withOverlay(Overlay.Text.begun(command)), new Wish.Typed(command));
        };
    }

    private static Step answered(Dashboard state, Overlay.Question question, Key key) {
        if (!key.equals(Key.of('y')) && !key.equals(Key.of('Y'))) {
            return Step.to(Notices.say(closed(state), "nothing was done"));
        }
        String command = question.command();
        return Step.to(state.withOverlay(Overlay.Text.begun(command)), new Wish.Run(command, command));
    }

    private static Step box(Dashboard state, Overlay.Boxes boxes, Key key) {
        if (key.kind() == Key.Kind.ENTER) {
            String name = boxes.names().get(boxes.selected());
            if (name.equals(Overlay.Boxes.ALL)) {
                return FleetKeys.showAll(closed(state), state.boxes());
            }
            return name.equals(state.box())
                    ? Step.to(closed(state))
                    : Step.to(state.withBox(name), new Wish.Show(name));
        }
        return read(state, key);
    }

    private static Step read(Dashboard state, Key key) {
        int page = Math.max(1, state.size().rows() - PAGE_LOSS);
        Optional<Binding> binding = Binding.of(key);
        if (binding.isEmpty()) {
            return Step.to(state);
        }
        if (state.overlay() instanceof Overlay.Text text && closes(binding.get())) {
            return left(state, text, key);
        }
        return switch (binding.get()) {
            case BACK, HELP, ZOOM -> Step.to(closed(state));
            case QUIT -> key.equals(Key.of('q')) ? Step.to(closed(state)) : Step.to(state, new Wish.Quit());
            case DOWN -> Step.to(scrolled(state, 1));
            case UP -> Step.to(scrolled(state, -1));
            case PAGE_DOWN -> Step.to(scrolled(state, page));
            case PAGE_UP -> Step.to(scrolled(state, -page));
            case FIRST -> Step.to(scrolled(state, -Moves.ALL));
            case LAST -> Step.to(scrolled(state, Moves.ALL));
            case REDRAW -> Step.to(state, new Wish.Redraw());
            case SUSPEND -> Step.to(state, new Wish.Suspend());
            default -> Step.to(state);
        };
    }

    private static boolean closes(Binding binding) {
        return switch (binding) {
            case BACK, HELP, ZOOM, QUIT -> true;
            default -> false;
        };
    }

    /** The first Esc or Ctrl-C ends a command that runs, and its output stays; q leaves both. */
    private static Step left(Dashboard state, Overlay.Text text, Key key) {
        if (!text.isRunning()) {
            return Step.to(closed(state));
        }
        return switch (key.kind()) {
            case ESCAPE, CONTROL -> Step.to(state.withOverlay(text.ended(Overlay.Text.Run.STOPPED)), new Wish.Stop());
            case CHARACTER -> key.equals(Key.of('q')) ? Step.to(closed(state), new Wish.Stop()) : Step.to(state);
            default -> Step.to(state);
        };
    }

    /** Scrolls what is read, or moves the selection of the boxes. */
    static Dashboard scrolled(Dashboard state, int rows) {
        int body = Math.max(1, state.size().rows() - 3);
        return switch (state.overlay()) {
            case Overlay.Help help ->
                state.withOverlay(new Overlay.Help(within(
                        help.scroll(), rows, HelpRow.of(state.size().columns()).size() - body)));
            case Overlay.Text text -> state.withOverlay(text.scrolled(rows, body));
            case Overlay.Boxes boxes ->
                state.withOverlay(new Overlay.Boxes(
                        boxes.names(),
                        within(boxes.selected(), rows, boxes.names().size() - 1)));
            case Overlay.Closed _, Overlay.Typing _, Overlay.Question _ -> state;
        };
    }

    private static int within(int at, int step, int most) {
        return Math.clamp((long) at + step, 0, Math.max(0, most));
    }

    private static Dashboard closed(Dashboard state) {
        return state.withOverlay(new Overlay.Closed());
    }
}
