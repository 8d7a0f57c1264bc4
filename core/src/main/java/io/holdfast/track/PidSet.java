package io.holdfast.track;

/// A set of process numbers that allocates only when it grows: an open-addressing table with linear probing.
final class PidSet {
    private static final int SMALLEST = 16;
    /// No process has this number.
    private static final int FREE = 0;
    /// Odd and close to 2^32 divided by the golden ratio, so that numbers in a row are far apart.
    private static final int SPREAD = 0x9e3779b1;

    private int[] slots = new int[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    boolean contains(int pid) {
        return slots[slot(pid)] == pid;
    }

    /// Does nothing if it is in there.
    void add(int pid) {
        int slot = slot(pid);
        if (slots[slot] == pid) {
            return;
        }
        slots[slot] = pid;
        size++;
        if (size > slots.length / 2) {
            grow();
        }
    }

    /// Does nothing if it is not in there. What stands behind it moves up, as far as it would be found there: so no
    /// search ends too early, and nothing has to be marked as removed.
    void remove(int pid) {
        int hole = slot(pid);
        if (slots[hole] == FREE) {
            return;
        }
        size--;
        for (int next = after(hole); slots[next] != FREE; next = after(next)) {
            int distance = (next - home(slots[next])) & (slots.length - 1);
            int reach = (next - hole) & (slots.length - 1);
            if (distance >= reach) {
                slots[hole] = slots[next];
                hole = next;
            }
        }
        slots[hole] = FREE;
    }

    void clear() {
        slots = new int[SMALLEST];
        size = 0;
    }

    /// Where it is, or where it would go.
    private int slot(int pid) {
        int slot = home(pid);
        while (slots[slot] != FREE && slots[slot] != pid) {
            slot = after(slot);
        }
        return slot;
    }

    private int home(int pid) {
        return (pid * SPREAD) >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int pid : old) {
            if (pid != FREE) {
                slots[slot(pid)] = pid;
            }
        }
    }
}
