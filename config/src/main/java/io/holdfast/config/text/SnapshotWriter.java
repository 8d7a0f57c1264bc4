package io.holdfast.config.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes a [Snapshot] while the files are read. What it returns are the offsets later records refer to.
final class SnapshotWriter {
    /// The longest text a record can hold.
    static final int MAX_TEXT = 0xffff;

    private byte[] bytes = new byte[4096];
    private int end;

    int file(String path) {
        int at = end;
        ByteBuffer record = grow(3 + path.length());
        record.put(Snapshot.FILE).putShort((short) path.length());
        put(record, path);
        return at;
    }

    int line(int file, int number, String text) {
        int at = end;
        ByteBuffer record = grow(11 + text.length());
        record.put(Snapshot.LINE).putInt(file).putInt(number).putShort((short) text.length());
        put(record, text);
        return at;
    }

    void piece(int line, int start, int length) {
        grow(9).put(Snapshot.PIECE).putInt(line).putShort((short) start).putShort((short) length);
    }

    void expanded(int line, int start, String text) {
        ByteBuffer record = grow(9 + text.length());
        record.put(Snapshot.EXPANDED).putInt(line).putShort((short) start).putShort((short) text.length());
        put(record, text);
    }

    private static void put(ByteBuffer record, String text) {
        record.put(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private ByteBuffer grow(int length) {
        if (end + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length));
        }
        ByteBuffer record = ByteBuffer.wrap(bytes, end, length);
        end += length;
        return record;
    }

    int size() {
        return end;
    }

    Snapshot finish() {
        return new Snapshot(bytes, end);
    }
}
