package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// Network namespaces. A namespace belongs to a thread, and to what that thread starts: never call these on a virtual
/// thread, whose carrier would keep it.
public final class Namespaces {
    private static final String OWN_NETWORK = "/proc/thread-self/ns/net";
    private static final int CLONE_NEWNET = 0x40000000; // linux/sched.h

    private Namespaces() {}

    /// Moves the calling thread into the namespace a file stands for, such as `/run/netns/blue` or `/proc/7/ns/net`.
    public static void enterNetwork(String path) {
        requirePlatformThread();
        long fd = KernelException.check(OpenAt.open(path, OpenAt.O_RDONLY | OpenAt.O_CLOEXEC, 0), "open", path);
        try (Descriptor namespace = Descriptor.adopt((int) fd)) {
            KernelException.check(Kernel.call(Nr.SETNS, namespace.fd(), CLONE_NEWNET), "setns to", path);
        }
    }

    /// Moves the calling thread into a new, empty network namespace, which ends with it.
    public static void newNetwork() {
        requirePlatformThread();
        KernelException.check(Kernel.call(Nr.UNSHARE, CLONE_NEWNET), "unshare of the network");
    }

    /// The number of the network namespace the calling thread is in; no two that exist have the same.
    public static long network() {
        return FileStatus.behind(OWN_NETWORK).orElseThrow().inode();
    }

    private static void requirePlatformThread() {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("a virtual thread has no network namespace of its own");
        }
    }
}
