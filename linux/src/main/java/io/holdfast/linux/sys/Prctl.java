package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// What a process or thread says about itself.
public final class Prctl {
    private static final int PR_SET_PDEATHSIG = 1; // linux/prctl.h, as the next two
    private static final int PR_SET_NAME = 15;
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

    /// The signal this process gets when the thread that started it ends. It hangs on the calling thread, which must
    /// live as long as it is to work; and a parent that is gone already is not noticed, so compare
    /// [Processes#parentPid()] afterwards.
    public static void setParentDeathSignal(int signal) {
        KernelException.check(Kernel.call(Nr.PRCTL, PR_SET_PDEATHSIG, signal), "PR_SET_PDEATHSIG");
    }
}
