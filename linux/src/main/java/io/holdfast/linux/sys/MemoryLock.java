package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// Keeps the process out of swap.
public final class MemoryLock {
    private static final int MCL_CURRENT = 1; // asm-generic/mman.h, as the next two
    private static final int MCL_FUTURE = 2;
    private static final int MCL_ONFAULT = 4;

    private MemoryLock() {}

    /// Locks pages as they are touched: locking all that a JVM reserves would make it resident, four times its size.
    public static void lockAll() {
        KernelException.check(Kernel.call(Nr.MLOCKALL, MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT), "mlockall");
    }

    public static void unlockAll() {
        KernelException.check(Kernel.call(Nr.MUNLOCKALL), "munlockall");
    }
}
