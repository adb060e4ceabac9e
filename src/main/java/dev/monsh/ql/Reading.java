package dev.monsh.ql;

import java.util.List;

/**
 * An expression that is still being typed, read as far as it goes.
 *
 * @param start where the word at the cursor begins; a string's word begins after its quote
 * @param typed what of that word stands before the cursor
 * @param places what may stand at the cursor, the likelier first; empty inside a comment and where nothing is known
 * @param pieces what the parts of the text are, in order
 * @param faults what can't be right
 * @param open offsets of the brackets that are not closed, and of a string's open quote
 * @param selectors every selector in the text
 */
public record Reading(
        int start,
        String typed,
        List<Place> places,
        List<Piece> pieces,
        List<Fault> faults,
        List<Integer> open,
        List<Selector> selectors) {

    public Reading {
        places = List.copyOf(places);
        pieces = List.copyOf(pieces);
        faults = List.copyOf(faults);
        open = List.copyOf(open);
        selectors = List.copyOf(selectors);
    }
}
