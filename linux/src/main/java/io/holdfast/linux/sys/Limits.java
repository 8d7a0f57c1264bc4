package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// Resource limits of this process.
public final class Limits {
    // asm-generic/resource.h
    public static final int RLIMIT_CORE = 4;
    public static final int RLIMIT_NOFILE = 7;
    public static final int RLIMIT_MEMLOCK = 8;
    public static final int RLIMIT_RTTIME = 15;
    /// No limit.
    public static final long RLIM_INFINITY = -1;

    private static final int RLIMIT64_SIZE = 16;
    private static final int HARD = 8;

    private Limits() {}

    /// A soft and a hard limit, unsigned.
    public record Limit(long soft, long hard) {}

    public static Limit of(int resource) {
        try (NativeMemory limit = NativeMemory.temporary(RLIMIT64_SIZE)) {
            long result = Kernel.call(Nr.PRLIMIT64, 0, resource, 0, limit.address());
            KernelException.check(result, "read of limit", resource);
            return new Limit(limit.bytes().getLong(0), limit.bytes().getLong(HARD));
        }
    }

    public static void set(int resource, Limit wanted) {
        try (NativeMemory limit = NativeMemory.temporary(RLIMIT64_SIZE)) {
            limit.bytes().putLong(0, wanted.soft()).putLong(HARD, wanted.hard());
            long result = Kernel.call(Nr.PRLIMIT64, 0, resource, limit.address(), 0);
            KernelException.check(result, "change of limit", resource);
        }
    }
}
