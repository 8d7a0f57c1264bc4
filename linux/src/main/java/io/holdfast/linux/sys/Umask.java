package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// The permissions that files this process creates do not get.
public final class Umask {
    private Umask() {}

    /// @return the one before
    public static int set(int mask) {
        return (int) Kernel.call(Nr.UMASK, mask);
    }
}
