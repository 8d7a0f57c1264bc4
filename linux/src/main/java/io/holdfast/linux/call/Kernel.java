package io.holdfast.linux.call;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// System calls, and the few libc functions that are not system calls.
///
/// There is a single downcall shape, `long f(long x 7)` with errno captured, because linking a shape costs milliseconds
/// while calling one more function through it costs microseconds. libc's `syscall` uses all seven; functions with fewer
/// parameters ignore the rest, which the C calling conventions of x86-64 and aarch64 allow. Pointers are passed as
/// addresses of memory that the caller keeps alive.
public final class Kernel {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBC = LINKER.defaultLookup();
    private static final MethodHandle DOWNCALL =
            LINKER.downcallHandle(shape(), Linker.Option.captureCallState("errno"));
    private static final MemorySegment SYSCALL = function("syscall");
    private static final ThreadLocal<ErrnoCell> ERRNO = new ErrnoCell.PerThread();

    private Kernel() {}

    /// Makes system call `number`.
    ///
    /// @return what the call returned, or the negated errno; no system call used here succeeds with a negative number
    public static long call(int number, long a, long b, long c, long d, long e, long f) {
        ErrnoCell errno = ERRNO.get();
        long result = invoke(SYSCALL, errno, number, a, b, c, d, e, f);
        return result == -1 ? -errno.value() : result;
    }

    public static long call(int number, long a, long b, long c, long d) {
        return call(number, a, b, c, d, 0, 0);
    }

    public static long call(int number, long a, long b, long c) {
        return call(number, a, b, c, 0, 0, 0);
    }

    public static long call(int number, long a, long b) {
        return call(number, a, b, 0, 0, 0, 0);
    }

    public static long call(int number, long a) {
        return call(number, a, 0, 0, 0, 0, 0);
    }

    public static long call(int number) {
        return call(number, 0, 0, 0, 0, 0, 0);
    }

    /// Calls a libc function found by [#function] and returns the whole register; a C `int` is its lower half.
    public static long libc(MemorySegment function, long a, long b, long c, long d, long e, long f) {
        return invoke(function, ERRNO.get(), a, b, c, d, e, f, 0);
    }

    /// @throws UnsatisfiedLinkError if this libc does not have it
    public static MemorySegment function(String name) {
        Optional<MemorySegment> address = LIBC.find(name);
        if (address.isEmpty()) {
            throw new UnsatisfiedLinkError("the C library has no " + name);
        }
        return address.get();
    }

    private static FunctionDescriptor shape() {
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        return FunctionDescriptor.of(word, word, word, word, word, word, word, word);
    }

    private static long invoke(
            MemorySegment function, ErrnoCell errno, long a, long b, long c, long d, long e, long f, long g) {
        try {
            return (long) DOWNCALL.invokeExact(function, errno.segment(), a, b, c, d, e, f, g);
        } catch (Throwable t) {
            throw new AssertionError("a downcall throws nothing", t);
        }
    }
}
