package dev.monsh.gateway.nginx;

import dev.monsh.edit.LineStyle;
import java.util.List;

/** Says how blocks are appended to a file or to a block of it, in the file's own indentation and line ends. */
public final class BlockInsertion {

    private final NginxSource source;
    private final LineStyle style;

    private BlockInsertion(NginxFile file) {
        this.source = file.source();
        this.style = file.style();
    }

    /** Returns the edit that puts texts at the end of a block, a blank line before each. */
    public static NginxEdit.Replace atEnd(NginxFile file, Block parent, List<BlockText> texts) {
        BlockInsertion insertion = new BlockInsertion(file);
        return parent.close() == insertion.source.length() && parent.open() == 0
                ? insertion.atEndOfFile(texts)
                : insertion.inBlock(parent, texts);
    }

    /** Returns the edit that puts a text in front of a directive that begins its line, with a blank line between. */
    public static NginxEdit.Replace before(NginxFile file, int start, BlockText text) {
        BlockInsertion insertion = new BlockInsertion(file);
        int line = insertion.source.lineStart(start);
        if (!insertion.source.isBlank(line, start)) {
            return NginxEdit.insertion(start, text.oneLine() + " ");
        }
        String base = insertion.source.raw(line, start);
        String end = insertion.style.lineEnd();
        return NginxEdit.insertion(line, text.text(base, insertion.style.indent(), end) + end + end);
    }

    /** Returns the edit that inserts text on the lines after a directive, or right after it if its line continues. */
    public static NginxEdit.Replace behind(NginxFile file, Directive directive, BlockText text) {
        BlockInsertion insertion = new BlockInsertion(file);
        NginxSource source = insertion.source;
        int line = source.lineStart(directive.start());
        boolean ownLine = source.isBlank(line, directive.start())
                && source.isBlank(directive.end(), source.lineEnd(directive.end()));
        if (!ownLine) {
            return NginxEdit.insertion(directive.end(), " " + text.oneLine());
        }
        String base = source.raw(line, directive.start());
        String end = insertion.style.lineEnd();
        return NginxEdit.insertion(directive.end(), end + text.text(base, insertion.style.indent(), end));
    }

    private NginxEdit.Replace atEndOfFile(List<BlockText> texts) {
        String end = style.lineEnd();
        String between = end + end;
        String joined = String.join(
                between,
                texts.stream().map(text -> text.text("", style.indent(), end)).toList());
        if (source.length() == 0) {
            return NginxEdit.insertion(0, joined + end);
        }
        return NginxEdit.insertion(source.length(), style.finalLineEnd() ? end + joined + end : between + joined);
    }

    private NginxEdit.Replace inBlock(Block parent, List<BlockText> texts) {
        int brace = parent.close();
        int line = source.lineStart(brace);
        if (line <= parent.open() || !source.isBlank(line, brace)) {
            String joined =
                    String.join(" ", texts.stream().map(BlockText::oneLine).toList());
            return NginxEdit.insertion(brace, joined + " ");
        }
        StringBuilder joined = new StringBuilder();
        for (BlockText text : texts) {
            joined.append(parent.items().isEmpty() && joined.isEmpty() ? "" : style.lineEnd())
                    .append(text.text(base(parent, line, brace), style.indent(), style.lineEnd()))
                    .append(style.lineEnd());
        }
        return NginxEdit.insertion(line, joined.toString());
    }

    /** Returns what the lines of a block begin with: what its last child's line does, or one level more than its brace's. */
    private String base(Block parent, int line, int brace) {
        for (Item item : parent.items().reversed()) {
            int start = source.lineStart(item.start());
            if (start > parent.open() && source.isBlank(start, item.start())) {
                return source.raw(start, item.start());
            }
        }
        return source.raw(line, brace) + style.indent();
    }
}
