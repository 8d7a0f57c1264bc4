package io.holdfast.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Memory that the kernel reads and writes, zeroed at first, seen from Java as a buffer in the machine's byte order.
///
/// A buffer and not a memory segment: the first access through a segment costs a starting JVM 2.5 ms of method handles,
/// a direct buffer needs none.
public final class NativeMemory implements AutoCloseable {
    private final Arena arena;
    private final ByteBuffer bytes;
    private final long address;

    private NativeMemory(Arena arena, int size) {
        MemorySegment segment = arena.allocate(size, Long.BYTES);
        this.arena = arena;
        this.bytes = segment.asByteBuffer().order(ByteOrder.nativeOrder());
        this.address = segment.address();
    }

    /// Memory for a long-lived owner, which may hand it from one thread to another.
    public static NativeMemory allocate(int size) {
        return new NativeMemory(Arena.ofShared(), size);
    }

    /// Memory for the calling thread, as a rule for a single operation.
    public static NativeMemory temporary(int size) {
        return new NativeMemory(Arena.ofConfined(), size);
    }

    /// A zero-terminated string for the calling thread.
    public static NativeMemory temporary(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        NativeMemory memory = temporary(utf8.length + 1);
        memory.bytes.put(0, utf8);
        return memory;
    }

    /// The memory itself, not a copy; callers use absolute positions.
    public ByteBuffer bytes() {
        return bytes;
    }

    public long address() {
        return address;
    }

    public int size() {
        return bytes.capacity();
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
