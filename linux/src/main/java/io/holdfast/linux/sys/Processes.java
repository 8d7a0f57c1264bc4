package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.util.Optional;

/// Processes by number.
public final class Processes {
    private Processes() {}

    public static int pid() {
        return (int) Kernel.call(Nr.GETPID);
    }

    public static int parentPid() {
        return (int) Kernel.call(Nr.GETPPID);
    }

    /// The effective user id.
    public static int user() {
        return (int) Kernel.call(Nr.GETEUID);
    }

    /// The effective group id.
    public static int group() {
        return (int) Kernel.call(Nr.GETEGID);
    }

    /// Sends a signal; signal 0 only asks whether the process exists. A negative number means its process group.
    ///
    /// @return 0 or the errno: ESRCH if there is no such process
    public static int kill(int pid, int signal) {
        return (int) -Kernel.call(Nr.KILL, pid, signal);
    }

    /// Collects any one child that has ended: a subreaper's orphans, but also its own children, so the caller compares
    /// the number with those of its [PidFd]s. Empty when none is left to collect.
    public static Optional<Ended> reapAny() {
        return WaitId.poll(WaitId.P_ALL, 0);
    }
}
