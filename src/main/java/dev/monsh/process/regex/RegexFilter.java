package dev.monsh.process.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in one pass over a text which of many regexes may be found in it: never too few, sometimes too many. Builds a
 * deterministic automaton of {@link LooseAutomaton} while it reads, and forgets it where it grows too large. Not for use
 * by several threads.
 */
public final class RegexFilter {

    private static final int MOST_STATES = 4000;
    private static final int MOST_RESTARTS = 8;
    /** ASCII, and one for all other characters. */
    private static final int SYMBOLS = 129;

    private final LooseAutomaton automaton;
    private final BitSet start;
    private final Map<BitSet, State> states = new HashMap<>();
    private State first;
    private int restarts;

    private static final class State {
        final BitSet members;
        final BitSet accepted;
        final boolean accepts;
        final @Nullable State[] successors = new @Nullable State[SYMBOLS];

        State(BitSet members, int regexes) {
            this.members = members;
            this.accepted = members.get(0, regexes);
            this.accepts = !accepted.isEmpty();
        }
    }

    public RegexFilter(List<List<RegexToken>> regexes) {
        List<LooseRegex.Group> groups = new ArrayList<>();
        regexes.forEach(regex -> groups.add(LooseRegex.of(regex)));
        automaton = new LooseAutomaton(groups);
        start = automaton.start();
        first = new State(start, automaton.regexes());
    }

    /** Returns the numbers of the regexes, in the order given, that may be found in the text. */
    public BitSet find(String text) {
        BitSet found = (BitSet) first.accepted.clone();
        if (restarts > MOST_RESTARTS) {
            found.set(0, automaton.regexes());
            return found;
        }
        State state = first;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowSurrogate(c)) {
                continue;
            }
            State next = state.successors[Math.min(c, SYMBOLS - 1)];
            if (next == null) {
                next = step(state, c);
            }
            state = next;
            if (state.accepts) {
                found.or(state.accepted);
            }
        }
        if (states.size() > MOST_STATES) {
            states.clear();
            first = new State(start, automaton.regexes());
            restarts++;
        }
        return found;
    }

    private State step(State from, char c) {
        BitSet members = automaton.step(from.members, c, start);
        State next = states.computeIfAbsent(members, set -> new State(set, automaton.regexes()));
        from.successors[Math.min(c, SYMBOLS - 1)] = next;
        return next;
    }
}
