package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// What a process or thread says about itself.
public final class Prctl {
    private static final int PR_SET_NAME = 15; // linux/prctl.h, as the next one
    private static final int PR_SET_CHILD_SUBREAPER = 36;

    private Prctl() {}

    /// The name `ps -o comm` shows, cut to 15 bytes. Java's main thread is not the first thread of its process, which
    /// is the one that counts; hence /proc and not PR_SET_NAME.
    public static void setName(String comm) {
        KernelFile.write("/proc/self/comm", comm);
    }

    /// The name of the calling thread, cut to 15 bytes.
    public static void setThreadName(String comm) {
        try (NativeMemory name = NativeMemory.temporary(comm)) {
            KernelException.check(Kernel.call(Nr.PRCTL, PR_SET_NAME, name.address()), "PR_SET_NAME");
        }
    }

    /// Orphaned descendants become children of this process.
    public static void setSubreaper() {
        KernelException.check(Kernel.call(Nr.PRCTL, PR_SET_CHILD_SUBREAPER, 1), "PR_SET_CHILD_SUBREAPER");
    }
}
