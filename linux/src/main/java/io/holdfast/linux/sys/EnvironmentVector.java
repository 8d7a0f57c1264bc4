package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The `envp` of a program. This process's own variables are passed on as the pointers that libc has, without going
/// through Java's character sets.
final class EnvironmentVector implements AutoCloseable {
    private final long address;
    private final Optional<NativeMemory> memory;

    private EnvironmentVector(long address, Optional<NativeMemory> memory) {
        this.address = address;
        this.memory = memory;
    }

    static EnvironmentVector of(Spawn.Environment environment) {
        if (environment instanceof Spawn.Environment.Given given) {
            return in(StringVector.of(given.variables()).memory());
        }
        List<String> except = ((Spawn.Environment.Own) environment).except();
        return except.isEmpty() ? new EnvironmentVector(own(), Optional.empty()) : without(except);
    }

    private static EnvironmentVector in(NativeMemory memory) {
        return new EnvironmentVector(memory.address(), Optional.of(memory));
    }

    /// libc's `environ`.
    static long own() {
        return buffer(Kernel.function("environ").address(), Long.BYTES).getLong(0);
    }

    private static EnvironmentVector without(List<String> names) {
        long variables = own();
        int count = 0;
        while (pointer(variables, count) != 0) {
            count++;
        }
        NativeMemory pointers = NativeMemory.temporary((count + 1) * Long.BYTES);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            long variable = pointer(variables, i);
            if (!isNamed(variable, names)) {
                pointers.bytes().putLong(kept++ * Long.BYTES, variable);
            }
        }
        return in(pointers);
    }

    private static boolean isNamed(long variable, List<String> names) {
        for (String name : names) {
            if (starts(variable, (name + "=").getBytes(StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    /// Reads no further than the string goes: a byte that differs, the last zero too, ends the comparison.
    private static boolean starts(long variable, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (buffer(variable + i, 1).get(0) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static long pointer(long vector, int index) {
        return buffer(vector + (long) index * Long.BYTES, Long.BYTES).getLong(0);
    }

    private static ByteBuffer buffer(long address, int size) {
        return MemorySegment.ofAddress(address).reinterpret(size).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    long address() {
        return address;
    }

    @Override
    public void close() {
        if (memory.isPresent()) {
            memory.get().close();
        }
    }
}
