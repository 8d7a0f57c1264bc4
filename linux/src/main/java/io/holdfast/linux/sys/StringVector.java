package io.holdfast.linux.sys;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A `char *[]` that ends with a null pointer, as argv does: first the pointers, then the strings.
final class StringVector implements AutoCloseable {
    private final NativeMemory memory;

    private StringVector(NativeMemory memory) {
        this.memory = memory;
    }

    static StringVector of(List<String> strings) {
        byte[][] encoded = new byte[strings.size()][];
        int size = (strings.size() + 1) * Long.BYTES;
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = strings.get(i).getBytes(StandardCharsets.UTF_8);
            size += encoded[i].length + 1;
        }
        NativeMemory memory = NativeMemory.temporary(size);
        int at = (encoded.length + 1) * Long.BYTES;
        for (int i = 0; i < encoded.length; i++) {
            memory.bytes().putLong(i * Long.BYTES, memory.address() + at);
            memory.bytes().put(at, encoded[i]);
            at += encoded[i].length + 1;
        }
        return new StringVector(memory);
    }

    /// To be closed instead of this.
    NativeMemory memory() {
        return memory;
    }

    long address() {
        return memory.address();
    }

    @Override
    public void close() {
        memory.close();
    }
}
