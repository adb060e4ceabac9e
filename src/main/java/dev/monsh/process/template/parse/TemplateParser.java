package dev.monsh.process.template.parse;

import dev.monsh.process.template.value.TemplateFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text and the control structures of a template; {@link PipelineParser} reads what stands inside them. */
public final class TemplateParser {

    private static final int DEEPEST = 100;

    private final TokenCursor cursor;
    private final PipelineParser pipelines;
    private int depth;

    private TemplateParser(List<Token> tokens) {
        this.cursor = new TokenCursor(tokens);
        this.pipelines = new PipelineParser(cursor);
    }

    public static List<Node> parse(String template) throws TemplateFault {
        TemplateParser parser = new TemplateParser(TemplateLexer.tokens(template));
        List<Node> nodes = new ArrayList<>();
        Ending ending = parser.list(nodes);
        if (ending.keyword().isPresent()) {
            throw TokenCursor.unexpected(ending.keyword().get(), "the template");
        }
        return nodes;
    }

    /** What ended a list of nodes: {@code end}, {@code else}, or, without a keyword, the template. */
    private record Ending(Optional<Token> keyword, boolean elseIf) {

        boolean isElse() {
            return keyword.isPresent() && keyword.get().isKeyword("else");
        }
    }

    private Ending list(List<Node> nodes) throws TemplateFault {
        while (true) {
            Token token = cursor.nextPastSpace();
            if (token.kind() == Token.Kind.END) {
                return new Ending(Optional.empty(), false);
            }
            if (token.kind() == Token.Kind.TEXT) {
                nodes.add(new Node.Text(token.text()));
                continue;
            }
            Token word = cursor.peekPastSpace();
            if (word.isKeyword("end") || word.isKeyword("else")) {
                return ending(cursor.nextPastSpace());
            }
            nodes.add(action(word));
        }
    }

    private Ending ending(Token keyword) throws TemplateFault {
        if (keyword.isKeyword("else")) {
            Token next = cursor.peekPastSpace();
            if (next.isKeyword("if")) {
                return new Ending(Optional.of(keyword), true);
            }
            if (next.isKeyword("with")) {
                throw TemplateFault.unsupported(next.position(), "{{else with}}, which needs Go 1.23,");
            }
        }
        cursor.expect(Token.Kind.RIGHT_DELIMITER, keyword.text());
        return new Ending(Optional.of(keyword), false);
    }

    private Node action(Token word) throws TemplateFault {
        if (word.kind() != Token.Kind.KEYWORD) {
            return new Node.Action(pipelines.pipeline("command", Token.Kind.RIGHT_DELIMITER));
        }
        cursor.nextPastSpace();
        return switch (word.text()) {
            case "if", "with", "range" -> control(word);
            default -> throw TemplateFault.unsupported(word.position(), "{{" + word.text() + "}}");
        };
    }

    private Node control(Token word) throws TemplateFault {
        if (++depth > DEEPEST) {
            throw TemplateFault.unsupported(word.position(), "nesting deeper than " + DEEPEST);
        }
        int variables = pipelines.markVariables();
        Node.Pipeline pipeline = pipelines.pipeline(word.text(), Token.Kind.RIGHT_DELIMITER);
        if (word.isKeyword("range") && pipeline.assigns()) {
            throw TemplateFault.unsupported(word.position(), "a range that assigns with =");
        }
        List<Node> body = new ArrayList<>();
        List<Node> otherwise = new ArrayList<>();
        Ending ending = list(body);
        if (ending.isElse()) {
            elseOf(word, ending, otherwise);
        } else if (ending.keyword().isEmpty()) {
            throw new TemplateFault(word.position(), "{{" + word.text() + "}} has no {{end}}");
        }
        pipelines.forgetVariables(variables);
        depth--;
        return switch (word.text()) {
            case "if" -> new Node.If(pipeline, body, otherwise);
            case "with" -> new Node.With(pipeline, body, otherwise);
            default -> new Node.Range(pipeline, body, otherwise);
        };
    }

    private void elseOf(Token word, Ending ending, List<Node> otherwise) throws TemplateFault {
        if (ending.elseIf()) {
            Token nested = cursor.nextPastSpace();
            if (!word.isKeyword("if")) {
                throw TokenCursor.unexpected(nested, "{{else}} of " + word.text());
            }
            otherwise.add(control(nested));
            return;
        }
        Ending last = list(otherwise);
        if (last.keyword().isEmpty() || last.isElse()) {
            throw new TemplateFault(word.position(), "{{" + word.text() + "}} has no {{end}} after its {{else}}");
        }
    }
}
