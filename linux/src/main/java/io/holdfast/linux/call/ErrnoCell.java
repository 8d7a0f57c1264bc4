package io.holdfast.linux.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Where a downcall leaves errno; one for each thread, so that no two calls share it.
final class ErrnoCell {
    private final MemorySegment segment;
    // Read through a buffer: the first MemorySegment.get of a process costs 2.5 ms of method handles.
    private final ByteBuffer buffer;

    private ErrnoCell(Arena arena) {
        segment = arena.allocate(Integer.BYTES, Integer.BYTES);
        buffer = segment.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    MemorySegment segment() {
        return segment;
    }

    int value() {
        return buffer.getInt(0);
    }

    /// Platform threads are few and live long: their cells are never freed. Virtual ones leave theirs to the collector.
    static final class PerThread extends ThreadLocal<ErrnoCell> {
        @Override
        protected ErrnoCell initialValue() {
            return new ErrnoCell(Thread.currentThread().isVirtual() ? Arena.ofAuto() : Arena.global());
        }
    }
}
