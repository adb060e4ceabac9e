package dev.monsh.process.template.function;

import dev.monsh.process.template.print.FormatPrinter;
import dev.monsh.process.template.print.GoPrinter;
import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateFault;
import dev.monsh.process.template.value.TemplateStop;
import java.util.List;
import java.util.Set;

/** The functions that every template has (text/template, funcs.go), but for {@code call}. */
public final class Functions {

    public static final Set<String> NAMES = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "index",
            "slice",
            "len",
            "print",
            "printf",
            "println",
            "html",
            "js",
            "urlquery");

    private Functions() {}

    public static void checkCount(String name, int count) throws TemplateStop {
        boolean fits = switch (name) {
            case "print", "println", "html", "js", "urlquery" -> true;
            case "and", "or", "index", "slice", "printf" -> count >= 1;
            case "eq" -> count >= 2;
            case "not", "len" -> count == 1;
            default -> count == 2;
        };
        if (!fits) {
            throw new TemplateStop("wrong number of arguments for " + name + ": " + count);
        }
    }

    public static GoValue call(String name, List<GoValue> arguments, int position) throws TemplateStop, TemplateFault {
        return switch (name) {
            case "not" -> new GoValue.Bool(!arguments.getFirst().truth());
            case "eq" -> new GoValue.Bool(Comparison.equalToAny(arguments));
            case "ne" -> new GoValue.Bool(!Comparison.equalToAny(arguments));
            case "lt" -> new GoValue.Bool(Comparison.less(arguments.get(0), arguments.get(1)));
            case "le" -> new GoValue.Bool(Comparison.lessOrEqual(arguments.get(0), arguments.get(1)));
            case "gt" -> new GoValue.Bool(!Comparison.lessOrEqual(arguments.get(0), arguments.get(1)));
            case "ge" -> new GoValue.Bool(!Comparison.less(arguments.get(0), arguments.get(1)));
            case "index" -> Indexing.index(arguments);
            case "slice" -> Indexing.slice(arguments);
            case "len" -> Indexing.length(arguments.getFirst());
            case "print" -> new GoValue.Text(GoPrinter.print(arguments, position));
            case "println" -> new GoValue.Text(GoPrinter.println(arguments, position));
            case "printf" -> new GoValue.Text(printf(arguments, position));
            case "html" -> new GoValue.Text(Escapes.html(GoPrinter.escapable(arguments, position)));
            case "js" -> new GoValue.Text(Escapes.javaScript(GoPrinter.escapable(arguments, position)));
            case "urlquery" -> new GoValue.Text(Escapes.urlQuery(GoPrinter.escapable(arguments, position)));
            default -> throw new TemplateStop(name + " is not a defined function");
        };
    }

    private static String printf(List<GoValue> arguments, int position) throws TemplateStop, TemplateFault {
        if (!(arguments.getFirst() instanceof GoValue.Text format)) {
            throw new TemplateStop("wrong type for the format of printf");
        }
        return new FormatPrinter(format.value(), arguments.subList(1, arguments.size()), position).print();
    }
}
