package io.holdfast.sim;

import java.util.Arrays;

/// What is going to happen, earliest first, and first scheduled first among what happens at the same time: the order
/// is part of what a seed determines.
///
/// A binary heap over parallel arrays: the thousands of entries a simulated hour needs cost no objects of their own.
final class EventQueue {

    /// Something that is going to happen.
    interface Happening {
        void happen();
    }

    private static final Happening NOTHING = () -> {};

    private long[] times = new long[64];
    private long[] orders = new long[64];
    private Happening[] happenings = new Happening[64];
    private int size;
    private long scheduled;

    void add(long nanos, Happening happening) {
        if (size == times.length) {
            grow();
        }
        long order = scheduled++;
        int hole = size++;
        while (hole > 0 && isBefore(nanos, order, (hole - 1) >>> 1)) {
            move((hole - 1) >>> 1, hole);
            hole = (hole - 1) >>> 1;
        }
        put(hole, nanos, order, happening);
    }

    boolean isDueBy(long nanos) {
        return size > 0 && times[0] <= nanos;
    }

    /// When the first happens; only while there is one.
    long nextTime() {
        return times[0];
    }

    /// Takes the first out; only while there is one.
    Happening take() {
        final Happening first = happenings[0];
        int last = --size;
        final long nanos = times[last];
        final long order = orders[last];
        final Happening happening = happenings[last];
        happenings[last] = NOTHING;
        if (last > 0) {
            sink(nanos, order, happening);
        }
        return first;
    }

    private void sink(long nanos, long order, Happening happening) {
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && isBefore(times[child + 1], orders[child + 1], child)) {
                child++;
            }
            if (isBefore(nanos, order, child)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, nanos, order, happening);
    }

    private boolean isBefore(long nanos, long order, int other) {
        return nanos != times[other] ? nanos < times[other] : order < orders[other];
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], happenings[from]);
    }

    private void put(int at, long nanos, long order, Happening happening) {
        times[at] = nanos;
        orders[at] = order;
        happenings[at] = happening;
    }

    private void grow() {
        times = Arrays.copyOf(times, 2 * size);
        orders = Arrays.copyOf(orders, 2 * size);
        happenings = Arrays.copyOf(happenings, 2 * size);
    }
}
