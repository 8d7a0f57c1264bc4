package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;

/// The last sequence number that was accepted of each sender. When there is no room for another sender, the one that
/// was quiet for longest is forgotten.
final class ReplayMarks {
    private static final int NONE = -1;

    private final IpAddress[] senders;
    private final long[] sequences;
    private final long[] usedAt;
    private int count;
    private long uses;

    ReplayMarks(int room) {
        senders = new IpAddress[room];
        sequences = new long[room];
        usedAt = new long[room];
    }

    /// The same marks with more or less room, at least for one sender.
    ReplayMarks resized(int room) {
        ReplayMarks resized = new ReplayMarks(room);
        long copied = -1;
        for (int i = 0; i < count; i++) {
            int next = oldestAfter(copied);
            resized.put(senders[next], sequences[next]);
            copied = usedAt[next];
        }
        return resized;
    }

    boolean has(IpAddress sender) {
        return find(sender) != NONE;
    }

    /// Only of a sender that it [#has].
    long of(IpAddress sender) {
        return sequences[find(sender)];
    }

    void put(IpAddress sender, long sequence) {
        int at = find(sender);
        at = at == NONE ? free() : at;
        senders[at] = sender;
        sequences[at] = sequence;
        usedAt[at] = uses++;
    }

    private int free() {
        return count < senders.length ? count++ : oldestAfter(-1);
    }

    /// The one that was quiet for longest of those heard after a certain use.
    private int oldestAfter(long use) {
        int oldest = NONE;
        for (int i = 0; i < count; i++) {
            if (usedAt[i] > use && (oldest == NONE || usedAt[i] < usedAt[oldest])) {
                oldest = i;
            }
        }
        return oldest;
    }

    private int find(IpAddress sender) {
        for (int i = 0; i < count; i++) {
            if (senders[i].compareTo(sender) == 0) {
                return i;
            }
        }
        return NONE;
    }
}
