package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// Where relative paths start for the kernel. Java goes on resolving them against the directory it was started in.
public final class WorkingDirectory {
    private WorkingDirectory() {}

    public static void change(String path) {
        try (NativeMemory name = NativeMemory.temporary(path)) {
            KernelException.check(Kernel.call(Nr.CHDIR, name.address()), "change to directory", path);
        }
    }
}
