package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;
import java.util.ArrayList;
import java.util.List;

/// A line on its way through expansion, which remembers where each stretch of it is from.
///
/// @param line  the physical line that led to it
/// @param text  what it says now, without blanks at its end
/// @param marks where that is from; the first at 0, in ascending order
record TracedText(PhysicalLine line, String text, List<Mark> marks) {
    private static final List<Mark> PHYSICAL = List.of(Mark.PHYSICAL);

    /// The part of a physical line that is no comment.
    static TracedText physical(PhysicalLine line) {
        return new TracedText(line, uncommented(line.text()), PHYSICAL);
    }

    /// A row of a value behind its first.
    ///
    /// @param use where the value is used
    static TracedText row(PhysicalLine line, String text, Mark use, int row) {
        return new TracedText(line, text, List.of(new Mark(0, use.column(), use.length(), use.trail(), row,
                use.source(), use.secret())));
    }

    /// Whether it stands in the physical line as it is.
    boolean isExact() {
        return marks.size() == 1 && marks.get(0).isLiteral() && marks.get(0).column() == 0
                && marks.get(0).trail() == Snapshot.NONE;
    }

    int length() {
        return text.length();
    }

    /// Without comment and blanks at its end, which an inserted value may have brought.
    TracedText withoutComment() {
        String left = uncommented(text);
        if (left.length() == text.length()) {
            return this;
        }
        List<Mark> kept = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.from() < left.length() || kept.isEmpty()) {
                kept.add(mark);
            }
        }
        return new TracedText(line, left, kept);
    }

    private static String uncommented(String text) {
        int end = Quotes.comment(text);
        while (end > 0 && Blanks.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /// The mark in force at a byte.
    Mark markAt(int at) {
        return marks.get(indexAt(at));
    }

    private int indexAt(int at) {
        int index = marks.size() - 1;
        while (index > 0 && marks.get(index).from() > at) {
            index--;
        }
        return index;
    }

    /// What begins at a byte, as the body of a sequence in one of its turns.
    TracedText turn(int from, int step) {
        int around = markAt(from).trail();
        List<Mark> moved = new ArrayList<>();
        for (int i = indexAt(from); i < marks.size(); i++) {
            Mark mark = marks.get(i);
            Mark begun = mark.from() < from ? mark.moved(from, 0) : mark.moved(mark.from(), mark.from() - from);
            moved.add(mark.trail() == around ? begun.behind(step) : begun);
        }
        return new TracedText(line, text.substring(from), moved);
    }

    /// What the value that takes the place of these bytes is from, if it begins there.
    Mark insertion(int from, int to, int trail, int source, boolean secret) {
        Mark around = markAt(from);
        if (!around.isLiteral()) {
            return new Mark(from, around.column(), around.length(), trail, 0, source, secret || around.secret());
        }
        int index = indexAt(from);
        int end = index + 1 < marks.size() ? Math.min(to, marks.get(index + 1).from()) : to;
        return new Mark(from, around.columnAt(from), Math.max(1, end - from), trail, 0, source, secret);
    }

    /// The same with other text in place of some bytes, from where the mark says.
    TracedText replaced(int to, String inserted, Mark mark) {
        int from = mark.from();
        String changed = spliced(from, to, inserted);
        int grown = inserted.length() - (to - from);
        List<Mark> all = new ArrayList<>(marks.size() + 2);
        int index = 0;
        while (index < marks.size() && marks.get(index).from() < from) {
            all.add(marks.get(index++));
        }
        if (!inserted.isEmpty() || all.isEmpty()) {
            all.add(mark);
        }
        if (to < text.length()) {
            Mark behind = markAt(to).moved(to, to + grown);
            while (!all.isEmpty() && all.get(all.size() - 1).from() == behind.from()) {
                all.remove(all.size() - 1);
            }
            all.add(behind);
        }
        for (int i = indexAt(to) + 1; i < marks.size(); i++) {
            all.add(marks.get(i).moved(marks.get(i).from(), marks.get(i).from() + grown));
        }
        return new TracedText(line, changed, all);
    }

    /// The same with text that is from where its surroundings are from.
    TracedText replacedAlike(int from, int to, String inserted) {
        return marks.size() == 1
                ? new TracedText(line, spliced(from, to, inserted), marks)
                : replaced(to, inserted, markAt(from).moved(from, from));
    }

    private String spliced(int from, int to, String inserted) {
        return new StringBuilder(text.length() + inserted.length()).append(text, 0, from).append(inserted)
                .append(text, to, text.length()).toString();
    }

    /// Writes what stands between two bytes as one piece.
    void write(SnapshotWriter snapshot, int from, int to) {
        if (text.indexOf('\\', from) >= 0 && text.indexOf('\\', from) < to) {
            writeUnescaped(snapshot, from, to);
        } else if (isExact()) {
            snapshot.piece(line.record(snapshot), from, to - from);
        } else {
            snapshot.expanded(line.record(snapshot), piece(from, to), text.substring(from, to));
        }
    }

    private List<Mark> piece(int from, int to) {
        if (marks.size() == 1 && !marks.get(0).isLiteral()) {
            return marks;
        }
        List<Mark> piece = new ArrayList<>(4);
        for (int i = indexAt(from); i < marks.size() && (piece.isEmpty() || marks.get(i).from() < to); i++) {
            Mark mark = marks.get(i);
            int begin = Math.max(from, mark.from());
            add(piece, mark.moved(begin, begin - from));
        }
        return piece;
    }

    /// `\#` and `\!` outside quotes become the plain sign, here in every process (19); keepalived's children take that
    /// for the start of a comment.
    private void writeUnescaped(SnapshotWriter snapshot, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        List<Mark> piece = new ArrayList<>();
        boolean quoted = false;
        boolean escaped = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!escaped && !quoted && c == '\\' && i + 1 < to && Quotes.isCommentSign(text.charAt(i + 1))) {
                escaped = true;
                continue;
            }
            add(piece, markAt(i).moved(i, plain.length()));
            plain.append(c);
            quoted ^= !escaped && c == '"';
            escaped = !escaped && c == '\\';
        }
        snapshot.expanded(line.record(snapshot), piece, plain.toString());
    }

    private static void add(List<Mark> marks, Mark mark) {
        int last = marks.size() - 1;
        if (last >= 0 && marks.get(last).from() == mark.from()) {
            marks.set(last, mark);
        } else if (last < 0 || !mark.continues(marks.get(last))) {
            marks.add(mark);
        }
    }

    int skipBlanks(int at) {
        int next = at;
        while (next < text.length() && Blanks.isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /// The end of the word at `at`, as blanks separate it.
    int wordEnd(int at) {
        int end = at;
        while (end < text.length() && !Blanks.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
