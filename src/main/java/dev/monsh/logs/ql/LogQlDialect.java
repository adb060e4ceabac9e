package dev.monsh.logs.ql;

import dev.monsh.ql.Argument;
import dev.monsh.ql.Braces;
import dev.monsh.ql.Carried;
import dev.monsh.ql.Dialect;
import dev.monsh.ql.ExpressionGrammar;
import dev.monsh.ql.Selector;
import dev.monsh.ql.Token;
import dev.monsh.ql.TokenWalk;
import dev.monsh.ql.Vocabulary;
import dev.monsh.ql.Word;
import java.util.List;
import java.util.stream.Stream;

/** What is LogQL's own: stream selectors with pipelines as operands. */
final class LogQlDialect implements Dialect {

    private static final List<String> SIGNS = List.of(
            "|=", "|~", "|>", "!>", "==", "!=", "=~", "!~", ">=", "<=", "|", "=", ">", "<", "+", "-", "*", "/", "%",
            "^");

    private static final Word SELECTOR = new Word("{", "{", "a stream selector: {service=\"…\"}");

    private final Vocabulary vocabulary;

    LogQlDialect(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public List<String> signs() {
        return SIGNS;
    }

    @Override
    public boolean hasMetrics() {
        return false;
    }

    @Override
    public boolean isGrowing(Token token) {
        return token.is("|") || token.is("!");
    }

    @Override
    public List<Word> operandWords(Argument wanted) {
        return switch (wanted) {
            case LOG_RANGE -> List.of(SELECTOR);
            case SCALAR -> List.of();
            case ANY ->
                Stream.concat(Stream.of(SELECTOR), vocabulary.words().stream()).toList();
            default -> vocabulary.words();
        };
    }

    @Override
    public boolean startsSelector(TokenWalk walk) {
        return walk.is("{");
    }

    @Override
    public Operand selector(ExpressionGrammar grammar, Argument wanted) {
        TokenWalk walk = grammar.walk();
        Selector selector = Braces.read(walk, "", false);
        walk.found(selector);
        Pipeline pipeline = new Pipeline(walk, selector, wanted == Argument.LOG_RANGE);
        pipeline.read();
        return new Operand(new Carried(List.of(selector), pipeline.fields()), wanted != Argument.LOG_RANGE);
    }

    @Override
    public void modifiers(ExpressionGrammar grammar, Argument wanted) {
        // a range and its offset belong to the log query itself
    }
}
