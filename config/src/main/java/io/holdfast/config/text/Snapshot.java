package io.holdfast.config.text;

import io.holdfast.config.finding.Hidden;
import io.holdfast.config.finding.Origin;
import io.holdfast.config.host.HostFacts;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All lines of a configuration, fully expanded, with their origins. Read once by the parent, streamed to each child;
/// every process parses the very same bytes and so comes to the very same result.
///
/// ```
/// snapshot := format:u8 record*
/// record := 'F' by:u32 trail:u32 length:u16 path              a file is opened, included by that line
///         | 'L' file:u32 number:u32 length:u16 text           a physical line, comments included
///         | 'D' line:u32 kind:u8 length:u16 name              a parameter, sequence or list defined there
///         | 'T' outer:u32 row:u16 of:u32 depth:u8 length:u16 text
///                                                             a step of expansion: one use of a parameter, one turn
///                                                             of a sequence, within a row of another
///         | 'W' length:u16 words                              what no finding may show
///         | 'P' line:u32 start:u16 length:u16                 a piece of a line as it stands there
///         | 'R' line:u32 trail:u32 column:u16 use:u16 row:u16 length:u16 text
///                                                             a piece from one row of a value
///         | 'H' length:u16 fact                               what the machine said, see [HostFacts]; in UTF-8
///         | 'X' line:u32 count:u16 mark* length:u16 text      a piece from several sources
/// mark   := from:u16 column:u16 use:u16 trail:u32 row:u16     see [Mark]
/// ```
/// `by`, `file`, `line`, `of`, `outer` and `trail` are offsets of earlier records; `by`, `outer` and `trail` may be
/// -1. Another image may have written it (`daemon.md`, upgrade): who changes a record changes the format. Holds
/// passwords in clear text, as the files do.
public final class Snapshot {
    static final int NONE = -1;
    static final byte FORMAT = 3;
    static final byte FILE = 'F';
    static final byte LINE = 'L';
    static final byte DEFINITION = 'D';
    static final byte STEP = 'T';
    static final byte HIDDEN = 'W';
    static final byte FACT = 'H';
    static final byte PIECE = 'P';
    static final byte ROW = 'R';
    static final byte EXPANDED = 'X';
    static final int MARK_SIZE = 12;

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
            new SnapshotCheck(snapshot).verify();
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IllegalArgumentException("not a configuration snapshot", e);
        }
        return snapshot;
    }

    /// The whole snapshot, for a child or for keeping.
    public byte[] bytes() {
        return Arrays.copyOf(records.array(), records.limit());
    }

    /// The words that no finding about this configuration may show.
    public Hidden hidden() {
        Hidden hidden = new Hidden();
        for (int at = 1; at < size(); at = next(at)) {
            if (tag(at) == HIDDEN) {
                hidden.addWords(text(at + 3, u16(at + 1)));
            }
        }
        return hidden;
    }

    /// The same with what the machine said about it; facts too long for a record are left out.
    public Snapshot with(HostFacts facts) {
        List<byte[]> texts = new ArrayList<>();
        int length = size();
        for (String fact : facts.texts()) {
            byte[] text = fact.getBytes(StandardCharsets.UTF_8);
            if (text.length <= SnapshotWriter.MAX_TEXT) {
                texts.add(text);
                length += 3 + text.length;
            }
        }
        ByteBuffer all = ByteBuffer.allocate(length).put(records.duplicate().rewind());
        for (byte[] text : texts) {
            all.put(FACT).putShort((short) text.length).put(text);
        }
        return new Snapshot(all.array(), length);
    }

    /// What the machine said to whoever read the files.
    public HostFacts facts() {
        HostFacts facts = new HostFacts();
        for (int at = 1; at < size(); at = next(at)) {
            if (tag(at) == FACT) {
                facts.add(new String(records.array(), at + 3, u16(at + 1), StandardCharsets.UTF_8));
            }
        }
        return facts;
    }

    /// The offset of the first piece at or after `at`, or [#NONE].
    int pieceFrom(int at) {
        int offset = at;
        while (offset < size()) {
            if (isPiece(tag(offset))) {
                return offset;
            }
            offset = next(offset);
        }
        return NONE;
    }

    static boolean isPiece(byte tag) {
        return tag == PIECE || tag == ROW || tag == EXPANDED;
    }

    /// The offset of the record after this one.
    int next(int at) {
        return switch (tag(at)) {
            case FILE -> at + 11 + u16(at + 9);
            case LINE -> at + 11 + u16(at + 9);
            case DEFINITION -> at + 8 + u16(at + 6);
            case STEP -> at + 14 + u16(at + 12);
            case HIDDEN, FACT -> at + 3 + u16(at + 1);
            case PIECE -> at + 9;
            case ROW -> at + 17 + u16(at + 15);
            default -> text(at) + 2 + u16(text(at));
        };
    }

    /// Where the length of an expanded piece stands, its text behind it.
    private int text(int at) {
        return at + 7 + MARK_SIZE * u16(at + 5);
    }

    /// The piece whose record is at this offset.
    Line line(int at) {
        return switch (tag(at)) {
            case PIECE -> {
                int start = u16(at + 5);
                yield new Line(at, text(u32(at + 1) + 11 + start, u16(at + 7)), start);
            }
            case ROW -> new Line(at, text(at + 17, u16(at + 15)), 0);
            default -> new Line(at, text(text(at) + 2, u16(text(at))), 0);
        };
    }

    /// Follows a place back to the operator's file.
    public Origin origin(Place place) {
        return new OriginTrail(this).origin(place);
    }

    /// Where the stretches of an expanded piece are from.
    List<Mark> marks(int at) {
        List<Mark> marks = new ArrayList<>();
        if (tag(at) == ROW) {
            marks.add(new Mark(0, u16(at + 9), u16(at + 11), u32(at + 5), u16(at + 13), 0, false));
            return marks;
        }
        for (int mark = at + 7; mark < text(at); mark += MARK_SIZE) {
            marks.add(new Mark(u16(mark), u16(mark + 2), u16(mark + 4), u32(mark + 6), u16(mark + 10), 0, false));
        }
        return marks;
    }

    int size() {
        return records.limit();
    }

    byte tag(int at) {
        return records.get(at);
    }

    int u8(int at) {
        return records.get(at) & 0xff;
    }

    int u16(int at) {
        return records.getShort(at) & 0xffff;
    }

    int u32(int at) {
        return records.getInt(at);
    }

    String text(int at, int length) {
        if (at < 0 || length < 0 || at + length > size()) {
            throw new IndexOutOfBoundsException(at);
        }
        return new String(records.array(), at, length, StandardCharsets.ISO_8859_1);
    }
}
