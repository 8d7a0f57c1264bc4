package io.holdfast.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Where in a journal what is. All numbers are little-endian, all times nanoseconds of the monotonic clock.
///
/// ```
///   +--------+----------------------+----------------------+
///   | header | ring of events       | slots ...            |   the slots last, so that there can be more of them
///   +--------+----------------------+----------------------+
///   0       128                128 + RING
/// ```
final class Layout {
    static final long MAGIC = 0x5453_4146_444c_4f48L; // HOLDFAST
    /// Changes with the meaning of any byte; another format counts as no journal.
    static final int FORMAT = 1;

    static final int HEADER = 128;
    /// About two thousand events. A power of two.
    static final int RING = 1 << 18;
    static final int SLOT = 128;
    static final int SLOTS = HEADER + RING;

    // The header: written once at the start of a process, and a check sum over it last.
    static final int AT_MAGIC = 0;
    static final int AT_FORMAT = 8;
    static final int AT_PID = 12;
    static final int AT_BOOT_HIGH = 16;
    static final int AT_BOOT_LOW = 24;
    static final int AT_NAMESPACE = 32;
    static final int AT_HEADER_SUM = 40;
    /// Nanoseconds the wall clock is ahead of the monotonic one; 0 if the writer did not say. For people, and no part
    /// of the check sum.
    static final int AT_WALL_CLOCK = 48;
    // Where the oldest event is and where the next one goes, counted from the first byte ever written to the ring.
    static final int AT_TAIL = 64;
    static final int AT_HEAD = 72;

    private Layout() {}

    static ByteBuffer view(ByteBuffer bytes) {
        return bytes.duplicate().clear().order(ByteOrder.LITTLE_ENDIAN);
    }

    static int slotCount(ByteBuffer bytes) {
        return Math.max(0, (bytes.capacity() - SLOTS) / SLOT);
    }

    static int slot(int index) {
        return SLOTS + index * SLOT;
    }
}
