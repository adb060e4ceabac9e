package dev.monsh.process.regex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several {@link LooseRegex}es as one nondeterministic automaton, searched from every place of a text at once. */
final class LooseAutomaton {

    private @Nullable AsciiSet[] sets = new @Nullable AsciiSet[64];
    /** Where a character of the set leads; for a state without one, the first of its two ways. */
    private int[] next = new int[64];

    private int[] other = new int[64];
    private int size;

    /** The states that a search starts in; the first {@code regexes.size()} states are those that accept. */
    private final int[] starts;

    private final int regexes;

    LooseAutomaton(List<LooseRegex.Group> groups) {
        regexes = groups.size();
        groups.forEach(_ -> add(null, -1, -1));
        starts = IntStream.range(0, regexes)
                .map(number -> link(groups.get(number), number))
                .toArray();
    }

    private int add(@Nullable AsciiSet set, int first, int second) {
        if (size == next.length) {
            sets = Arrays.copyOf(sets, size * 2);
            next = Arrays.copyOf(next, size * 2);
            other = Arrays.copyOf(other, size * 2);
        }
        sets[size] = set;
        next[size] = first;
        other[size] = second;
        return size++;
    }

    /** Adds the states of a part that goes on to {@code after}; returns its first. */
    private int link(LooseRegex part, int after) {
        LooseRegex.Times times = switch (part) {
            case LooseRegex.OneOf character -> character.times();
            case LooseRegex.Group group -> group.times();
        };
        return switch (times) {
            case ONCE -> once(part, after);
            case OPTIONAL -> add(null, once(part, after), after);
            case ANY, SOME -> {
                int loop = add(null, -1, after);
                int body = once(part, loop);
                next[loop] = body;
                yield times == LooseRegex.Times.ANY ? loop : body;
            }
        };
    }

    private int once(LooseRegex part, int after) {
        return switch (part) {
            case LooseRegex.OneOf character -> add(character.set(), after, -1);
            case LooseRegex.Group group -> {
                int start = -1;
                for (List<LooseRegex> alternative : group.alternatives()) {
                    int first = after;
                    for (LooseRegex inner : alternative.reversed()) {
                        first = link(inner, first);
                    }
                    start = start < 0 ? first : add(null, first, start);
                }
                yield start;
            }
        };
    }

    int regexes() {
        return regexes;
    }

    /** Returns the states at the start of a text: those that wait for a character, and those that accept. */
    BitSet start() {
        BitSet reached = new BitSet(size);
        for (int start : starts) {
            reach(start, reached);
        }
        return reached;
    }

    /** Returns the states after one more character; a search may start again at each. */
    BitSet step(BitSet from, char c, BitSet start) {
        BitSet reached = (BitSet) start.clone();
        for (int state = from.nextSetBit(regexes); state >= 0; state = from.nextSetBit(state + 1)) {
            AsciiSet set = sets[state];
            if (set != null && set.contains(c)) {
                reach(next[state], reached);
            }
        }
        return reached;
    }

    /** Follows the ways that need no character. */
    private void reach(int state, BitSet reached) {
        int at = state;
        while (at >= 0 && !reached.get(at)) {
            reached.set(at);
            if (at < regexes || sets[at] != null) {
                return;
            }
            reach(next[at], reached);
            at = other[at];
        }
    }
}
