package io.holdfast.config.text;

import io.holdfast.config.finding.Origin;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// All lines of a configuration, fully expanded, with their origins. Read once by the parent, streamed to each child;
/// every process parses the very same bytes and so comes to the very same result.
///
/// ```
/// record := 'F' length:u16 path                                    a file is opened
///         | 'L' file:u32 number:u32 length:u16 text                a physical line, comments included
///         | 'P' line:u32 start:u16 length:u16                      a piece of it as it stands there
///         | 'X' line:u32 start:u16 length:u16 text                 a piece that expansion made
/// ```
/// `file` and `line` are offsets of earlier records. Holds passwords in clear text, as the files do.
public final class Snapshot {
    static final byte FILE = 'F';
    static final byte LINE = 'L';
    static final byte PIECE = 'P';
    static final byte EXPANDED = 'X';

    private final ByteBuffer records;

    Snapshot(byte[] bytes, int length) {
        records = ByteBuffer.wrap(bytes, 0, length).slice();
    }

    /// Takes over what [#bytes] gave in another process.
    ///
    /// @throws IllegalArgumentException if these bytes did not come from there
    public static Snapshot of(byte[] bytes) {
        Snapshot snapshot = new Snapshot(bytes.clone(), bytes.length);
        try {
            snapshot.verify();
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IllegalArgumentException("not a configuration snapshot", e);
        }
        return snapshot;
    }

    /// The whole snapshot, for a child or for keeping.
    public byte[] bytes() {
        return Arrays.copyOf(records.array(), records.limit());
    }

    private void verify() {
        int at = 0;
        while (at < records.limit()) {
            byte tag = records.get(at);
            if (tag == LINE) {
                require(tagAt(records.getInt(at + 1), at) == FILE);
            } else if (tag == PIECE || tag == EXPANDED) {
                require(tagAt(records.getInt(at + 1), at) == LINE);
                line(at);
            } else {
                require(tag == FILE);
            }
            at = next(at);
            require(at <= records.limit());
        }
    }

    private byte tagAt(int offset, int before) {
        require(offset >= 0 && offset < before);
        return records.get(offset);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not a configuration snapshot");
        }
    }

    /// The offset of the first piece at or after `at`, or -1.
    int pieceFrom(int at) {
        int offset = at;
        while (offset < records.limit()) {
            byte tag = records.get(offset);
            if (tag == PIECE || tag == EXPANDED) {
                return offset;
            }
            offset = next(offset);
        }
        return -1;
    }

    /// The offset of the record after this one.
    int next(int at) {
        return switch (records.get(at)) {
            case FILE -> at + 3 + u16(at + 1);
            case LINE -> at + 11 + u16(at + 9);
            case PIECE -> at + 9;
            default -> at + 9 + u16(at + 7);
        };
    }

    /// The piece whose record is at this offset.
    Line line(int at) {
        int start = u16(at + 5);
        int length = u16(at + 7);
        return records.get(at) == PIECE
                ? new Line(at, text(records.getInt(at + 1) + 11 + start, length), start, true)
                : new Line(at, text(at + 9, length), start, false);
    }

    /// Follows a place back to the operator's file.
    public Origin origin(Place place) {
        int line = records.getInt(place.record() + 1);
        int file = records.getInt(line + 1);
        return new Origin(text(file + 3, u16(file + 1)), records.getInt(line + 5), place.column(), place.length(),
                text(line + 11, u16(line + 9)));
    }

    private int u16(int at) {
        return records.getShort(at) & 0xffff;
    }

    private String text(int at, int length) {
        if (at < 0 || length < 0 || at + length > records.limit()) {
            throw new IndexOutOfBoundsException(at);
        }
        return new String(records.array(), at, length, StandardCharsets.ISO_8859_1);
    }
}
