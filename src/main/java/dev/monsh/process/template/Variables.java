package dev.monsh.process.template;

import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateStop;
import java.util.ArrayList;
import java.util.List;

/** The variables of an execution, innermost last. */
final class Variables {

    private final List<String> names = new ArrayList<>();
    private final List<GoValue> values = new ArrayList<>();

    void push(String name, GoValue value) {
        names.add(name);
        values.add(value);
    }

    int mark() {
        return names.size();
    }

    void pop(int mark) {
        names.subList(mark, names.size()).clear();
        values.subList(mark, values.size()).clear();
    }

    /** Sets the variable that is {@code fromTop} places from the top, 1 being the last. */
    void setTop(int fromTop, GoValue value) {
        values.set(values.size() - fromTop, value);
    }

    void assign(String name, GoValue value) throws TemplateStop {
        values.set(indexOf(name), value);
    }

    GoValue get(String name) throws TemplateStop {
        return values.get(indexOf(name));
    }

    private int indexOf(String name) throws TemplateStop {
        int index = names.lastIndexOf(name);
        if (index < 0) {
            throw new TemplateStop("undefined variable " + name);
        }
        return index;
    }
}
