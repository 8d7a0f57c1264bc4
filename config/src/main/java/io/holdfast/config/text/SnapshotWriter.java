package io.holdfast.config.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes a [Snapshot] while the files are read. What it returns are the offsets later records refer to.
final class SnapshotWriter {
    /// The longest text a record can hold.
    static final int MAX_TEXT = 0xffff;
    /// Kind of a definition whose value has its rows in the lines of a file.
    static final int IN_FILE = 1;
    /// Kind of any other definition.
    static final int ELSEWHERE = 0;

    private ByteBuffer records = ByteBuffer.allocate(4096);

    SnapshotWriter() {
        grow(1).put(Snapshot.FORMAT);
    }

    /// @param by    the line that includes it, or [Snapshot#NONE]
    /// @param trail the step of expansion in which it does
    int file(int by, int trail, String path) {
        int at = size();
        put(grow(11 + path.length()).put(Snapshot.FILE).putInt(by).putInt(trail), path);
        return at;
    }

    int line(int file, int number, String text) {
        int at = size();
        put(grow(11 + text.length()).put(Snapshot.LINE).putInt(file).putInt(number), text);
        return at;
    }

    int definition(int line, int kind, String name) {
        int at = size();
        put(grow(8 + name.length()).put(Snapshot.DEFINITION).putInt(line).put((byte) kind), name);
        return at;
    }

    /// @param outer the step in which this one is made
    /// @param row   which row of that one's value it stands in
    /// @param turn  which turn of a sequence; empty for the use of a parameter
    int step(int outer, int row, int definition, String turn) {
        int at = size();
        put(grow(14 + turn.length()).put(Snapshot.STEP).putInt(outer).putShort((short) row).putInt(definition)
                .put((byte) (depth(outer) + 1)), turn);
        return at;
    }

    /// How many steps lie within one another.
    int depth(int step) {
        return step == Snapshot.NONE ? 0 : records.get(step + 11) & 0xff;
    }

    /// The step around one.
    int outer(int step) {
        return records.getInt(step + 1);
    }

    void hidden(String words) {
        put(grow(3 + words.length()).put(Snapshot.HIDDEN), words);
    }

    void piece(int line, int start, int length) {
        grow(9).put(Snapshot.PIECE).putInt(line).putShort((short) start).putShort((short) length);
    }

    /// @param marks where the text is from, the first of them at 0
    void expanded(int line, List<Mark> marks, String text) {
        Mark first = marks.get(0);
        if (marks.size() == 1 && !first.isLiteral()) {
            put(grow(17 + text.length()).put(Snapshot.ROW).putInt(line).putInt(first.trail())
                    .putShort((short) first.column()).putShort((short) first.length()).putShort((short) first.row()),
                    text);
            return;
        }
        ByteBuffer record = grow(9 + Snapshot.MARK_SIZE * marks.size() + text.length());
        record.put(Snapshot.EXPANDED).putInt(line).putShort((short) marks.size());
        for (Mark mark : marks) {
            record.putShort((short) mark.from()).putShort((short) mark.column()).putShort((short) mark.length())
                    .putInt(mark.trail()).putShort((short) mark.row());
        }
        put(record, text);
    }

    private static void put(ByteBuffer record, String text) {
        record.putShort((short) text.length()).put(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Room for a record, ready to be written.
    private ByteBuffer grow(int length) {
        if (records.remaining() < length) {
            int capacity = Math.max(2 * records.capacity(), records.position() + length);
            records = ByteBuffer.wrap(Arrays.copyOf(records.array(), capacity)).position(records.position());
        }
        return records;
    }

    int size() {
        return records.position();
    }

    /// What has been written so far, good until more is.
    Snapshot finish() {
        return new Snapshot(records.array(), size());
    }
}
