package dev.monsh.gateway.nginx;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which bytes go when a directive goes: its lines, the comment lines directly above it, a comment behind it on its last
 * line, and one of the blank lines that set it apart. It is the opposite of {@link BlockInsertion}.
 */
public final class BlockRemoval {

    private final NginxSource source;
    private final Block parent;
    private final Directive directive;
    private final List<Item> removed = new ArrayList<>();

    private BlockRemoval(NginxFile file, Block parent, Directive directive) {
        this.source = file.source();
        this.parent = parent;
        this.directive = directive;
    }

    /** Returns the edit that removes a directive of this block. */
    public static NginxEdit.Replace of(NginxFile file, Block parent, Directive directive) {
        return new BlockRemoval(file, parent, directive).edit();
    }

    /** Returns the comments that stand directly above a directive, and the one behind it on its last line. */
    public static List<Comment> comments(NginxFile file, Block parent, Directive directive) {
        BlockRemoval removal = new BlockRemoval(file, parent, directive);
        removal.edit();
        return removal.removed.stream()
                .filter(Comment.class::isInstance)
                .map(Comment.class::cast)
                .toList();
    }

    private NginxEdit.Replace edit() {
        int index = parent.items().indexOf(directive);
        int start = startWithComments(index);
        removed.add(directive);
        int end = endWithComment(index);
        boolean ownLines = source.isBlank(source.lineStart(start), start) && source.isBlank(end, source.lineEnd(end));
        return ownLines ? lines(source.lineStart(start), source.lineEnd(end)) : inline(start, end);
    }

    private int startWithComments(int index) {
        int start = directive.start();
        for (int i = index - 1; i >= 0; i--) {
            boolean above = parent.items().get(i) instanceof Comment comment
                    && source.line(comment.start()) == source.line(start) - 1
                    && source.isBlank(source.lineStart(comment.start()), comment.start());
            if (!above) {
                break;
            }
            start = parent.items().get(i).start();
            removed.addFirst(parent.items().get(i));
        }
        return start;
    }

    private int endWithComment(int index) {
        boolean behind = index + 1 < parent.items().size()
                && parent.items().get(index + 1) instanceof Comment comment
                && source.line(comment.start()) == source.line(directive.end());
        if (behind) {
            removed.add(parent.items().get(index + 1));
        }
        return removed.getLast().end();
    }

    private NginxEdit.Replace lines(int start, int end) {
        int from = start;
        int to = end;
        int before = blankLineBefore(start);
        boolean atEnd = end >= parent.close() || source.isBlank(end, parent.close());
        if (before < start && (atEnd || source.isBlank(end, source.lineEnd(end)))) {
            from = before;
        } else if (source.isBlank(parent.open(), start) && end < parent.close()) {
            to = source.isBlank(end, Math.min(source.lineEnd(end), parent.close()))
                    ? Math.min(source.lineEnd(end), parent.close())
                    : end;
        }
        if (to == source.length() && to > 0 && source.at(to - 1) != '\n' && from > 0) {
            // a file whose last line was not ended keeps that habit
            from -= from > 1 && source.at(from - 2) == '\r' ? 2 : 1;
        }
        return replace(from, to);
    }

    /** Returns where the blank line above begins, or the same offset where there is none. */
    private int blankLineBefore(int start) {
        int above = start == 0 ? 0 : source.lineStart(start - 1);
        return above >= parent.open() && above < start && source.isBlank(above, start) ? above : start;
    }

    private NginxEdit.Replace inline(int start, int end) {
        int to = end;
        while (to < parent.close() && (source.at(to) == ' ' || source.at(to) == '\t')) {
            to++;
        }
        return replace(start, to);
    }

    private NginxEdit.Replace replace(int start, int end) {
        return new NginxEdit.Replace(start, end, "", List.copyOf(removed));
    }
}
