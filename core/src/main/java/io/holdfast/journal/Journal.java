package io.holdfast.journal;

import io.holdfast.node.Memory;
import io.holdfast.node.Memory.Mastership;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A journal in the hands of the process that writes it. Owned by one thread.
///
/// ```
///   Journal.recall(bytes, origin)      what the process before was master of
///   Journal.begin(bytes, origin, pid)  from now on the journal of this one
///   Recorder                           writes what happens
/// ```
public final class Journal {
    private ByteBuffer bytes;
    private EventRing ring;
    private final BitSet taken = new BitSet();

    private Journal(ByteBuffer bytes) {
        this.bytes = bytes;
        this.ring = new EventRing(bytes);
    }

    /// How many bytes a journal of so many instances has.
    public static int size(int instances) {
        return Layout.SLOTS + instances * Layout.SLOT;
    }

    /// What the last writer was master of when it ended without a word. Nothing, if that was in another boot or network
    /// namespace, or if this is no journal.
    ///
    /// @param bytes a whole journal, or anything else; position and limit do not matter
    public static Memory recall(ByteBuffer bytes, Origin origin) {
        ByteBuffer view = Layout.view(bytes);
        Optional<Header> header = Header.read(view);
        if (header.isEmpty() || !header.get().origin().isSame(origin)) {
            return Memory.NONE;
        }
        List<Mastership> masterships = new ArrayList<>();
        for (int i = 0; i < Layout.slotCount(view); i++) {
            if (Slot.isValid(i, view)) {
                InstanceRecord record = Slot.read(i, view);
                if (record.isMaster()) {
                    masterships.add(new Mastership(
                            record.router(), record.since(), record.lastAdvert(), record.interval()));
                }
            }
        }
        return new Memory(masterships);
    }

    /// Makes it the journal of this process. What happened before stays in it; what instances stood at does not.
    ///
    /// @param bytes at least [#size] of none
    /// @param pid   of this process
    public static Journal begin(ByteBuffer bytes, Origin origin, int pid) {
        ByteBuffer view = Layout.view(bytes);
        if (view.capacity() < Layout.SLOTS) {
            throw new IllegalArgumentException(view.capacity() + " bytes are no journal");
        }
        Journal journal = new Journal(view);
        if (Header.read(view).isEmpty() || !journal.ring.isWhole()) {
            journal.ring.clear();
        }
        for (int i = 0; i < Layout.slotCount(view); i++) {
            Slot.clear(i, view);
        }
        new Header(origin, pid).write(view);
        return journal;
    }

    /// The same journal in more memory: there are more instances now.
    ///
    /// @param larger begins with what the journal is now
    public void moveTo(ByteBuffer larger) {
        bytes = Layout.view(larger);
        ring = new EventRing(bytes);
    }

    /// How many instances there is room for.
    public int capacity() {
        return Layout.slotCount(bytes);
    }

    /// A slot of its own; empty if there is none left.
    Optional<Slot> take(String name) {
        int index = taken.nextClearBit(0);
        if (index >= capacity()) {
            return Optional.empty();
        }
        taken.set(index);
        Slot slot = new Slot(index);
        slot.writeName(name, bytes);
        return Optional.of(slot);
    }

    void release(Slot slot) {
        Slot.clear(slot.index, bytes);
        taken.clear(slot.index);
    }

    void write(Slot slot) {
        slot.write(bytes);
    }

    /// What people's time is from now on.
    ///
    /// @param offset nanoseconds the wall clock is ahead of the monotonic one
    void setWallClock(long offset) {
        bytes.putLong(Layout.AT_WALL_CLOCK, offset);
    }

    void append(JournalEvent event) {
        ring.append(event);
    }
}
