package io.holdfast.daemon.notify;

import java.util.ArrayDeque;
import java.util.Optional;

/// Lines that wait for room in a pipe, up to so many bytes; a line that does not fit is lost, and counted.
final class LineQueue {
    /// As much as the kernel keeps in the pipe itself, usually.
    static final int CAPACITY = 64 * 1024;

    private final ArrayDeque<byte[]> lines = new ArrayDeque<>();
    private int bytes;
    private long lost;

    /// @return false if the line is lost
    boolean add(byte[] line) {
        if (bytes + line.length > CAPACITY) {
            lost++;
            return false;
        }
        lines.add(line);
        bytes += line.length;
        return true;
    }

    Optional<byte[]> first() {
        return Optional.ofNullable(lines.peek());
    }

    void removeFirst() {
        bytes -= lines.remove().length;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// How many were lost since this was last asked.
    long takeLost() {
        long count = lost;
        lost = 0;
        return count;
    }
}
