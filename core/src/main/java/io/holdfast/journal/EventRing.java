package io.holdfast.journal;

import io.holdfast.vrrp.Digest;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The events of a journal, the oldest overwritten by the newest.
///
/// ```
///   +0 length, a multiple of 8   +4 whether there is an event   +8 check sum   +16 the event, then zeros
/// ```
///
/// A record is never split: what is left before the end of the ring is filled. The oldest are given up before anything
/// is written over them, and the newest counts once it is complete, so a SIGKILL at any moment costs at most the event
/// being written. Appending relies on [#isWhole].
final class EventRing {
    private static final int LENGTH = 0;
    private static final int KIND = 4;
    private static final int SUM = 8;
    private static final int HEAD = 16;
    /// A record that only fills the end of the ring may be as short as this.
    private static final int SHORTEST = 8;

    private static final int FILLER = 0;
    private static final int EVENT = 1;

    private final ByteBuffer bytes;
    private final ByteBuffer scratch = ByteBuffer.allocate(HEAD + EventWire.LONGEST).order(ByteOrder.LITTLE_ENDIAN);

    EventRing(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    void clear() {
        bytes.putLong(Layout.AT_TAIL, 0);
        bytes.putLong(Layout.AT_HEAD, 0);
    }

    /// Whether one record leads to the next from the oldest to the newest.
    boolean isWhole() {
        if (!isSound()) {
            return false;
        }
        long head = bytes.getLong(Layout.AT_HEAD);
        long at = bytes.getLong(Layout.AT_TAIL);
        for (int length = lengthAt(at, head); length != 0; length = lengthAt(at, head)) {
            at += length;
        }
        return at == head;
    }

    void append(JournalEvent event) {
        int length = encode(event);
        long head = bytes.getLong(Layout.AT_HEAD);
        int left = Layout.RING - place(head);
        int filler = left < length ? left : 0;
        giveUp(head + filler + length - Layout.RING);
        VarHandle.storeStoreFence();
        if (filler > 0) {
            bytes.putInt(at(head) + LENGTH, filler);
            bytes.putInt(at(head) + KIND, FILLER);
        }
        bytes.put(at(head + filler), scratch.array(), 0, length);
        VarHandle.storeStoreFence();
        bytes.putLong(Layout.AT_HEAD, head + filler + length);
    }

    private int encode(JournalEvent event) {
        scratch.clear().position(HEAD);
        EventWire.write(event, scratch);
        while (scratch.position() % 8 != 0) {
            scratch.put((byte) 0);
        }
        int length = scratch.position();
        scratch.putInt(LENGTH, length);
        scratch.putInt(KIND, EVENT);
        scratch.putLong(SUM, sum(scratch, 0, length));
        return length;
    }

    /// Moves the tail to the first record that begins at `wanted` or later.
    private void giveUp(long wanted) {
        long tail = bytes.getLong(Layout.AT_TAIL);
        long head = bytes.getLong(Layout.AT_HEAD);
        while (tail < wanted && tail < head) {
            int length = lengthAt(tail, head);
            tail = length == 0 ? head : tail + length;
        }
        bytes.putLong(Layout.AT_TAIL, tail);
    }

    /// Where the next event will be, in bytes ever written.
    long head() {
        return bytes.getLong(Layout.AT_HEAD);
    }

    /// Everything that is complete, the oldest first.
    List<JournalEvent> read() {
        return read(0);
    }

    /// What came at a position that [#head] gave, or after it.
    List<JournalEvent> read(long from) {
        List<JournalEvent> events = new ArrayList<>();
        if (!isSound()) {
            return events;
        }
        long head = bytes.getLong(Layout.AT_HEAD);
        long tail = bytes.getLong(Layout.AT_TAIL);
        // In a ring that began anew, everything is new.
        long at = from > tail && from <= head ? from : tail;
        for (int length = lengthAt(at, head); length != 0; length = lengthAt(at, head)) {
            int start = at(at);
            if (bytes.getInt(start + KIND) == EVENT && length > HEAD
                    && bytes.getLong(start + SUM) == sum(bytes, start, length)) {
                EventWire.read(bytes.slice(start + HEAD, length - HEAD).order(ByteOrder.LITTLE_ENDIAN))
                        .ifPresent(events::add);
            }
            at += length;
        }
        return events;
    }

    private boolean isSound() {
        long tail = bytes.getLong(Layout.AT_TAIL);
        long head = bytes.getLong(Layout.AT_HEAD);
        return tail >= 0 && tail <= head && head - tail <= Layout.RING && (tail | head) % 8 == 0;
    }

    /// 0 if there is nothing that makes sense.
    private int lengthAt(long position, long head) {
        if (position >= head) {
            return 0;
        }
        int length = bytes.getInt(at(position) + LENGTH);
        boolean sane = length >= SHORTEST && length % 8 == 0 && length <= head - position
                && length <= Layout.RING - place(position);
        return sane ? length : 0;
    }

    private static int place(long position) {
        return (int) (position & Layout.RING - 1);
    }

    private static int at(long position) {
        return Layout.HEADER + place(position);
    }

    /// Over all but the sum itself.
    private static long sum(ByteBuffer in, int start, int length) {
        long sum = Digest.next(Digest.empty(), in.getLong(start + LENGTH));
        for (int i = HEAD; i < length; i += 8) {
            sum = Digest.next(sum, in.getLong(start + i));
        }
        return sum;
    }
}
