package io.holdfast.config.text;

import io.holdfast.config.finding.Origin;
import io.holdfast.config.finding.Secrets;
import io.holdfast.config.finding.Shown;
import java.util.ArrayList;
import java.util.List;

/// Tells where words of a [Snapshot] are from: the line of a file, and each step that led from there to them.
final class OriginTrail {
    /// Steps that are told at most: those nearest to the words and the one it all began with.
    private static final int MAX_TOLD = 8;

    private final Snapshot snapshot;

    OriginTrail(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Origin origin(Place place) {
        int at = place.record();
        if (!Snapshot.isPiece(snapshot.tag(at))) {
            return Origin.of("?");
        }
        List<Mark> marks = snapshot.tag(at) == Snapshot.PIECE ? List.of(Mark.PHYSICAL) : snapshot.marks(at);
        String expanded = snapshot.tag(at) == Snapshot.PIECE ? "" : snapshot.line(at).text();
        return origin(snapshot.u32(at + 1), expanded, marks, place.column(), place.length());
    }

    /// @param line   record of the physical line
    /// @param text   what became of it
    /// @param marks  where that is from
    /// @param from   byte of the text
    /// @param length bytes of it
    Origin origin(int line, String text, List<Mark> marks, int from, int length) {
        String physical = snapshot.text(line + 11, snapshot.u16(line + 9));
        int first = markAt(marks, from);
        int last = markAt(marks, from + Math.max(0, length - 1));
        int column = Math.min(marks.get(first).columnAt(from), physical.length());
        int end = column;
        List<Integer> steps = new ArrayList<>();
        int row = 0;
        for (int i = first; i <= last; i++) {
            Mark mark = marks.get(i);
            end = Math.max(end, mark.isLiteral() ? mark.columnAt(i == last ? from + length : marks.get(i + 1).from())
                    : mark.column() + mark.length());
            row = mark.trail() > lastOf(steps) ? mark.row() : row;
            collect(steps, mark.trail());
        }
        int file = snapshot.u32(line + 1);
        List<String> trail = told(steps, row);
        includes(trail, file);
        boolean asItStands = !isInserted(marks) && steps.isEmpty();
        return new Origin(snapshot.text(file + 11, snapshot.u16(file + 9)), snapshot.u32(line + 5), column,
                Math.min(end, physical.length()) - column, physical, asItStands ? "" : text, trail);
    }

    private static int markAt(List<Mark> marks, int at) {
        int mark = 0;
        while (mark + 1 < marks.size() && marks.get(mark + 1).from() <= at) {
            mark++;
        }
        return mark;
    }

    private static boolean isInserted(List<Mark> marks) {
        for (Mark mark : marks) {
            if (!mark.isLiteral()) {
                return true;
            }
        }
        return false;
    }

    private static int lastOf(List<Integer> steps) {
        return steps.isEmpty() ? Snapshot.NONE : steps.get(steps.size() - 1);
    }

    /// Adds a step and those around it, each once, in order; a later one is the inner one.
    private void collect(List<Integer> steps, int innermost) {
        int step = innermost;
        while (step != Snapshot.NONE && !steps.contains(step)) {
            int at = steps.size();
            while (at > 0 && steps.get(at - 1) > step) {
                at--;
            }
            steps.add(at, step);
            step = snapshot.u32(step + 1);
        }
    }

    /// @param row which row of the innermost value it is
    private List<String> told(List<Integer> steps, int row) {
        List<String> told = new ArrayList<>();
        int below = row;
        for (int i = steps.size() - 1; i >= 0; i--) {
            told.add(told(steps.get(i), below));
            below = snapshot.u16(steps.get(i) + 5);
        }
        return told.size() <= MAX_TOLD ? told : shortened(told);
    }

    private static List<String> shortened(List<String> told) {
        List<String> shown = new ArrayList<>(told.subList(0, MAX_TOLD - 1));
        shown.add("and " + (told.size() - MAX_TOLD) + " more");
        shown.add(told.get(told.size() - 1));
        return shown;
    }

    /// A row of a value that was written in a file stands as many lines below the definition.
    private String told(int step, int row) {
        int definition = snapshot.u32(step + 7);
        int line = snapshot.u32(definition + 1);
        String name = snapshot.text(definition + 8, snapshot.u16(definition + 6));
        String turn = snapshot.text(step + 14, snapshot.u16(step + 12));
        if (turn.isEmpty()) {
            boolean rows = snapshot.u8(definition + 5) == SnapshotWriter.IN_FILE;
            return "in the value of $" + name + ", defined in " + where(line, rows ? row : 0);
        }
        boolean inValue = snapshot.u32(step + 1) != Snapshot.NONE;
        return "in " + name + (inValue ? ", " : " of " + where(line, 0) + ", ") + Secrets.masked(turn);
    }

    private String where(int line, int below) {
        int file = snapshot.u32(line + 1);
        return Shown.text(snapshot.text(file + 11, snapshot.u16(file + 9))) + ":" + (snapshot.u32(line + 5) + below);
    }

    private void includes(List<String> trail, int file) {
        int by = snapshot.u32(file + 1);
        int within = snapshot.u32(file + 5);
        while (by != Snapshot.NONE) {
            trail.add("included from " + where(by, 0));
            List<Integer> steps = new ArrayList<>();
            collect(steps, within);
            trail.addAll(told(steps, 0));
            int outer = snapshot.u32(by + 1);
            by = snapshot.u32(outer + 1);
            within = snapshot.u32(outer + 5);
        }
    }
}
