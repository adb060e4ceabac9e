package dev.monsh.process.template.parse;

import dev.monsh.process.template.function.Functions;
import dev.monsh.process.template.value.FieldReader;
import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateFault;
import dev.monsh.process.template.value.TimeMethods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads pipelines, commands and operands, and checks that their variables and functions exist. */
final class PipelineParser {

    private static final int DEEPEST = 100;
    private final TokenCursor cursor;
    private final List<String> variables = new ArrayList<>(List.of("$"));
    private int depth;

    PipelineParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    int markVariables() {
        return variables.size();
    }

    void forgetVariables(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** Reads a pipeline up to and including the token that ends it. */
    Node.Pipeline pipeline(String context, Token.Kind end) throws TemplateFault {
        int position = cursor.peekPastSpace().position();
        if (++depth > DEEPEST) {
            throw TemplateFault.unsupported(position, "nesting deeper than " + DEEPEST);
        }
        List<String> declared = new ArrayList<>();
        boolean assigns = declarations(context, declared);
        List<Node.Command> commands = new ArrayList<>();
        while (cursor.peekPastSpace().kind() != end) {
            commands.add(command(context));
        }
        Token closing = cursor.nextPastSpace();
        if (commands.isEmpty()) {
            throw new TemplateFault(closing.position(), "missing value for " + context);
        }
        checkStages(commands, position);
        depth--;
        return new Node.Pipeline(position, declared, assigns, commands);
    }

    private static void checkStages(List<Node.Command> commands, int position) throws TemplateFault {
        for (int i = 1; i < commands.size(); i++) {
            switch (commands.get(i).operands().getFirst()) {
                case Operand.Dot _, Operand.Nil _, Operand.Literal _ ->
                    throw new TemplateFault(position, "stage " + (i + 1) + " of the pipeline is not a function");
                default -> {}
            }
        }
    }

    /** Reads {@code $x :=}, {@code $x =} and, for a range, {@code $i, $x :=}; returns whether {@code =} stands there. */
    private boolean declarations(String context, List<String> declared) throws TemplateFault {
        while (cursor.peekPastSpace().kind() == Token.Kind.VARIABLE) {
            int mark = cursor.mark();
            Token variable = cursor.nextPastSpace();
            Token next = cursor.peekPastSpace();
            switch (next.kind()) {
                case DECLARE, ASSIGN -> {
                    cursor.nextPastSpace();
                    declare(variable, declared);
                    return next.kind() == Token.Kind.ASSIGN;
                }
                case COMMA -> {
                    cursor.nextPastSpace();
                    declare(variable, declared);
                    if (!context.equals("range") || declared.size() > 1) {
                        throw new TemplateFault(next.position(), "too many declarations in " + context);
                    }
                }
                default -> {
                    cursor.backTo(mark);
                    return false;
                }
            }
        }
        return false;
    }

    private void declare(Token variable, List<String> declared) {
        declared.add(variable.text());
        variables.add(variable.text());
    }

    private Node.Command command(String context) throws TemplateFault {
        List<Operand> operands = new ArrayList<>();
        while (true) {
            cursor.skipSpace();
            Optional<Operand> operand = operand();
            operand.ifPresent(operands::add);
            Token token = cursor.peek();
            switch (token.kind()) {
                case SPACE -> cursor.next();
                case RIGHT_DELIMITER, RIGHT_PARENTHESIS, PIPE -> {
                    if (operands.isEmpty()) {
                        throw TokenCursor.unexpected(token, context);
                    }
                    if (token.kind() == Token.Kind.PIPE) {
                        cursor.next();
                    }
                    return new Node.Command(operands);
                }
                default -> throw TokenCursor.unexpected(token, operand.isPresent() ? "operand" : context);
            }
        }
    }

    private Optional<Operand> operand() throws TemplateFault {
        Token token = cursor.peek();
        Optional<Operand> term = term(token);
        if (term.isEmpty()) {
            return term;
        }
        List<String> path = new ArrayList<>();
        while (cursor.peek().kind() == Token.Kind.FIELD) {
            path.add(cursor.next().text().substring(1));
        }
        if (path.isEmpty()) {
            return term;
        }
        return Optional.of(
                switch (term.get()) {
                    case Operand.Field field ->
                        checked(new Operand.Field(field.position(), joined(field.path(), path)));
                    case Operand.Variable variable -> new Operand.Variable(variable.position(), variable.name(), path);
                    case Operand.Parenthesized inner ->
                        new Operand.Parenthesized(inner.position(), inner.pipeline(), path);
                    case Operand.Function function ->
                        new Operand.FunctionField(function.position(), function.name(), path);
                    default -> throw new TemplateFault(token.position(), "unexpected . after " + token.described());
                });
    }

    private static Operand.Field checked(Operand.Field field) throws TemplateFault {
        if (field.path().getFirst().equals("StartTime")
                && FieldReader.isTimeMethod(field.path().get(1))
                && !TimeMethods.isCovered(field.path().get(1))) {
            throw TemplateFault.unsupported(field.position(), "." + String.join(".", field.path()));
        }
        return field;
    }

    private static List<String> joined(List<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        return List.copyOf(all);
    }

    private Optional<Operand> term(Token token) throws TemplateFault {
        Operand term = switch (token.kind()) {
            case DOT -> new Operand.Dot();
            case NIL -> new Operand.Nil();
            case FIELD ->
                new Operand.Field(token.position(), List.of(token.text().substring(1)));
            case VARIABLE -> variable(token);
            case IDENTIFIER -> function(token);
            case BOOL -> literal(new GoValue.Bool(token.text().equals("true")));
            case NUMBER -> new Operand.Literal(GoLiteral.number(token));
            case CHARACTER -> literal(new GoValue.Int(GoLiteral.character(token)));
            case STRING, RAW_STRING -> literal(new GoValue.Text(GoLiteral.string(token)));
            case LEFT_PARENTHESIS -> {
                cursor.next();
                yield new Operand.Parenthesized(
                        token.position(), pipeline("parenthesized pipeline", Token.Kind.RIGHT_PARENTHESIS), List.of());
            }
            default -> null;
        };
        if (term != null && token.kind() != Token.Kind.LEFT_PARENTHESIS) {
            cursor.next();
        }
        return Optional.ofNullable(term);
    }

    private static Operand literal(GoValue value) {
        return new Operand.Literal(Optional.of(value));
    }

    private Operand variable(Token token) throws TemplateFault {
        if (!variables.contains(token.text())) {
            throw new TemplateFault(token.position(), "undefined variable " + token.text());
        }
        return new Operand.Variable(token.position(), token.text(), List.of());
    }

    private static Operand function(Token token) throws TemplateFault {
        if (token.text().equals("call")) {
            throw TemplateFault.unsupported(token.position(), "the function call");
        }
        if (!Functions.NAMES.contains(token.text())) {
            throw new TemplateFault(token.position(), "function \"" + token.text() + "\" not defined");
        }
        return new Operand.Function(token.position(), token.text());
    }
}
