package io.holdfast.config.text;

/// Where a stretch of an expanded text is from: it begins at one byte and ends where the next one begins.
///
/// @param from   byte of the text at which it begins
/// @param column byte of the physical line it stands at, or at which the use of a parameter begins that led to it
/// @param length bytes of that use; 0 if the stretch stands in the physical line as it is
/// @param trail  offset of the innermost step of expansion in the snapshot, [Snapshot#NONE] without one
/// @param row    which line of the value it is, from 0
/// @param source tells apart what was inserted at different times; not kept in the snapshot
/// @param secret it is the value of a parameter whose name says so; not kept in the snapshot
record Mark(int from, int column, int length, int trail, int row, int source, boolean secret) {
    /// A whole physical line.
    static final Mark PHYSICAL = literal(0, 0, Snapshot.NONE);

    /// Text of a physical line.
    static Mark literal(int from, int column, int trail) {
        return new Mark(from, column, 0, trail, 0, 0, false);
    }

    boolean isLiteral() {
        return length == 0;
    }

    /// The column of a byte of this stretch.
    int columnAt(int at) {
        return isLiteral() ? column + at - from : column;
    }

    /// The same stretch beginning later in a text, or in one that lost its beginning.
    ///
    /// @param at byte of this stretch at which the new one begins
    Mark moved(int at, int newFrom) {
        return new Mark(newFrom, columnAt(at), length, trail, row, source, secret);
    }

    Mark behind(int newTrail) {
        return new Mark(from, column, length, newTrail, row, source, secret);
    }

    /// Whether both say the same about where they are from, this one going on where the other ends.
    boolean continues(Mark other) {
        return trail == other.trail && row == other.row && length == other.length
                && column == other.columnAt(from);
    }
}
