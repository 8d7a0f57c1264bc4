package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.VrrpState;
import java.util.Arrays;

/// The deadlines of all instances, the earliest on top. A binary heap whose entries know their place in it, so that
/// re-arming a timer allocates nothing.
final class TimerHeap {

    /// Something with one deadline.
    abstract static class Entry {
        private static final int ABSENT = -1;
        private int place = ABSENT;
        private MonoTime deadline = VrrpState.NEVER;

        MonoTime deadline() {
            return deadline;
        }
    }

    private Entry[] heap = new Entry[8];
    private int size;

    /// Moves an entry to its new deadline; [VrrpState#NEVER] takes it out.
    void arm(Entry entry, MonoTime deadline) {
        boolean never = deadline.nanos() == VrrpState.NEVER.nanos();
        entry.deadline = deadline;
        if (entry.place == Entry.ABSENT) {
            if (!never) {
                append(entry);
            }
        } else if (never) {
            remove(entry);
        } else {
            settle(entry);
        }
    }

    /// The earliest deadline; [VrrpState#NEVER] if there is none.
    MonoTime earliest() {
        return size == 0 ? VrrpState.NEVER : heap[0].deadline;
    }

    /// The entry with the earliest deadline, of a heap that has one.
    Entry top() {
        return heap[0];
    }

    private void append(Entry entry) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        put(entry, size++);
        settle(entry);
    }

    private void remove(Entry entry) {
        int hole = entry.place;
        entry.place = Entry.ABSENT;
        size--;
        if (hole < size) {
            Entry last = heap[size];
            put(last, hole);
            settle(last);
        }
    }

    private void settle(Entry entry) {
        int place = entry.place;
        while (place > 0 && entry.deadline.isBefore(heap[(place - 1) / 2].deadline)) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(entry, place);
        sink(entry);
    }

    private void sink(Entry entry) {
        int place = entry.place;
        int child = earlierChild(place);
        while (child < size && heap[child].deadline.isBefore(entry.deadline)) {
            put(heap[child], place);
            place = child;
            child = earlierChild(place);
        }
        put(entry, place);
    }

    /// At or beyond `size` if there is no child.
    private int earlierChild(int place) {
        int left = 2 * place + 1;
        boolean right = left + 1 < size && heap[left + 1].deadline.isBefore(heap[left].deadline);
        return right ? left + 1 : left;
    }

    private void put(Entry entry, int place) {
        heap[place] = entry;
        entry.place = place;
    }
}
