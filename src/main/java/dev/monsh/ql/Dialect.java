package dev.monsh.ql;

import java.util.List;

/** What tells the metric expressions of one language from those of another. */
public interface Dialect {

    /** Returns functions and aggregations. */
    Vocabulary vocabulary();

    /** Returns the signs, the longer ones first. */
    List<String> signs();

    /** Tells whether the name of a metric is an operand. */
    boolean hasMetrics();

    /** Tells whether a sign may be the beginning of a longer one. */
    boolean isGrowing(Token token);

    /** Returns the words that can begin an operand. */
    List<Word> operandWords(Argument wanted);

    /** Tells whether the next token begins a selector. */
    boolean startsSelector(TokenWalk walk);

    /** Reads a selector, with all that belongs to it. */
    Operand selector(ExpressionGrammar grammar, Argument wanted);

    /** Reads what may follow any operand: ranges and modifiers. */
    void modifiers(ExpressionGrammar grammar, Argument wanted);

    /**
     * An operand that was read.
     *
     * @param lines whether it gives log lines, with which nothing can be calculated
     */
    record Operand(Carried carried, boolean lines) {}
}
