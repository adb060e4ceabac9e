package dev.monsh.dashboard.screen;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.MouseAction;
import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.update.Event;
import java.util.List;

/** What Lanterna has decoded, as events. */
final class KeyMap {

    private KeyMap() {}

    /** Returns the events of a key stroke; none for what the dashboard has no use for. */
    static List<Event> events(KeyStroke stroke) {
        return switch (stroke.getKeyType()) {
            case Character -> characters(stroke);
            case Enter -> pressed(Key.Kind.ENTER);
            case Escape -> pressed(Key.Kind.ESCAPE);
            case Tab -> pressed(Key.Kind.TAB);
            case ReverseTab -> pressed(Key.Kind.BACK_TAB);
            case ArrowUp -> pressed(Key.Kind.UP);
            case ArrowDown -> pressed(Key.Kind.DOWN);
            case ArrowLeft -> pressed(Key.Kind.LEFT);
            case ArrowRight -> pressed(Key.Kind.RIGHT);
            case PageUp -> pressed(Key.Kind.PAGE_UP);
            case PageDown -> pressed(Key.Kind.PAGE_DOWN);
            case Home -> pressed(Key.Kind.HOME);
            case End -> pressed(Key.Kind.END);
            case Backspace -> pressed(Key.Kind.BACKSPACE);
            case MouseEvent -> mouse((MouseAction) stroke);
            default -> List.of();
        };
    }

    private static List<Event> pressed(Key.Kind kind) {
        return List.of(new Event.Pressed(Key.of(kind)));
    }

    private static List<Event> characters(KeyStroke stroke) {
        char character = stroke.getCharacter();
        if (stroke.isCtrlDown()) {
            return List.of(new Event.Pressed(Key.control(Character.toLowerCase(character))));
        }
        Event pressed = new Event.Pressed(Key.of(character));
        // Esc and a letter in one go look like Alt and the letter, which means nothing here
        return stroke.isAltDown() ? List.of(new Event.Pressed(Key.of(Key.Kind.ESCAPE)), pressed) : List.of(pressed);
    }

    private static List<Event> mouse(MouseAction action) {
        int column = action.getPosition().getColumn();
        int row = action.getPosition().getRow();
        return switch (action.getActionType()) {
            case CLICK_DOWN -> List.of(new Event.Clicked(column, row));
            case SCROLL_UP -> List.of(new Event.Wheeled(column, row, -1));
            case SCROLL_DOWN -> List.of(new Event.Wheeled(column, row, 1));
            default -> List.of();
        };
    }
}
