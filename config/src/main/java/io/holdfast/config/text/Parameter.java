package io.holdfast.config.text;

import java.util.List;

/// A parameter with the value it has at the moment (5).
final class Parameter {
    private static final int NEVER = -2;

    private final String name;
    private final List<String> rows;
    private final PhysicalLine where;
    private final boolean inFile;
    private final int turn;
    private final boolean counted;
    private int definition = Snapshot.NONE;
    private int lastOuter = NEVER;
    private int lastRow;
    private int lastStep;

    private Parameter(String name, List<String> rows, PhysicalLine where, boolean inFile, int turn, boolean counted) {
        this.name = name;
        this.rows = rows;
        this.where = where;
        this.inFile = inFile;
        this.turn = turn;
        this.counted = counted;
    }

    /// @param rows   its value; more than one only for a multi-line value
    /// @param where  the line that defines it, or led to that
    /// @param inFile the rows stand in that line and those below it
    static Parameter defined(String name, List<String> rows, PhysicalLine where, boolean inFile) {
        return new Parameter(name, rows, where, inFile, Snapshot.NONE, false);
    }

    /// The variable of a sequence or list.
    ///
    /// @param turn    the step that gives it this value
    /// @param counted the value is a number that was counted to, and so no secret
    static Parameter turn(String name, String value, PhysicalLine where, int turn, boolean counted) {
        return new Parameter(name, List.of(value), where, false, turn, counted);
    }

    String name() {
        return name;
    }

    List<String> rows() {
        return rows;
    }

    boolean isCounted() {
        return counted;
    }

    /// The step of expansion that its use is.
    ///
    /// @param around what the text is from in which it is used
    int step(SnapshotWriter snapshot, Mark around) {
        int outer = around.trail();
        if (turn != Snapshot.NONE) {
            return isWithinTurn(snapshot, outer) ? outer : turn;
        }
        if (lastOuter != outer || lastRow != around.row()) {
            if (definition == Snapshot.NONE) {
                definition = snapshot.definition(where.record(snapshot),
                        inFile ? SnapshotWriter.IN_FILE : SnapshotWriter.ELSEWHERE, name);
            }
            lastOuter = outer;
            lastRow = around.row();
            lastStep = snapshot.step(outer, lastRow, definition, "");
        }
        return lastStep;
    }

    private boolean isWithinTurn(SnapshotWriter snapshot, int outer) {
        int step = outer;
        while (step > turn) {
            step = snapshot.outer(step);
        }
        return step == turn;
    }
}
