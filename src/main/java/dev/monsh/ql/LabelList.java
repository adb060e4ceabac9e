package dev.monsh.ql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads labels in round brackets, as groupings and vector matching have them. */
final class LabelList {

    private final TokenWalk walk;

    LabelList(TokenWalk walk) {
        this.walk = walk;
    }

    /**
     * Reads the list and returns its labels.
     *
     * @param of which labels there are, asked when everything is read
     */
    List<String> read(Supplier<Carried> of) {
        walk.may(List.of(Operators.OPEN));
        List<String> labels = new ArrayList<>();
        List<String> others = new ArrayList<>();
        if (!walk.takeIf("(", Piece.Role.BRACKET)) {
            walk.missing();
            return labels;
        }
        while (true) {
            boolean typed = walk.atCursor();
            walk.may(() -> new Place.GroupingLabel(of.get(), List.copyOf(others)));
            if (walk.isName() || walk.peek().isString()) {
                String label = walk.take(Piece.Role.LABEL).value();
                labels.add(label);
                if (!typed) {
                    others.add(label);
                }
                walk.mayAlso(List.of(Operators.CLOSE, Operators.COMMA));
            }
            if (walk.takeIf(")", Piece.Role.BRACKET)) {
                return labels;
            }
            if (walk.atEnd()) {
                walk.missing();
                return labels;
            }
            if (!walk.takeIf(",", Piece.Role.BRACKET)) {
                if (!walk.isName()) {
                    walk.skip("expected a label");
                } else {
                    walk.skip("expected , or )");
                }
            }
        }
    }
}
