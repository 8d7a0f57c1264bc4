package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.util.Optional;
import java.util.OptionalLong;

/// Processes by number.
public final class Processes {
    /// Of the ticks in [#startedAt] and [#startTicks].
    public static final int TICKS_PER_SECOND = 100; // USER_HZ

    private static final int TICK_NANOS = 10_000_000;
    private static final int CLOCK_BOOTTIME = 7; // linux/time.h
    private static final int STARTTIME = 22 - 3; // field 22 of proc_pid_stat(5); the name is the second

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

    /// The supplementary groups of the calling thread, and of what it starts, become this single one.
    ///
    /// @return 0 or the errno: EPERM without the capability CAP_SETGID
    public static int setOnlyGroup(int group) {
        try (NativeMemory list = NativeMemory.temporary(Integer.BYTES)) {
            list.bytes().putInt(0, group);
            return (int) -Kernel.call(Nr.SETGROUPS, 1, list.address());
        }
    }

    /// When a process was started, in ticks since the machine was: with it a process is known from another that has
    /// got its number. Empty if there is no such process.
    public static OptionalLong startedAt(int pid) {
        Optional<String> stat = KernelFile.read("/proc/" + pid + "/stat");
        if (stat.isEmpty()) {
            return OptionalLong.empty();
        }
        // The name may hold anything, so fields are counted from its closing bracket on.
        String[] fields = stat.get().substring(stat.get().lastIndexOf(')') + 2).split(" ", STARTTIME + 2);
        return OptionalLong.of(Long.parseLong(fields[STARTTIME]));
    }

    /// What [#startedAt] says of a process that is started now.
    public static long startTicks() {
        try (NativeMemory time = NativeMemory.temporary(2 * Long.BYTES)) {
            KernelException.check(Kernel.call(Nr.CLOCK_GETTIME, CLOCK_BOOTTIME, time.address()), "clock_gettime");
            return time.bytes().getLong(0) * TICKS_PER_SECOND + time.bytes().getLong(Long.BYTES) / TICK_NANOS;
        }
    }

    /// Collects any one child that has ended: a subreaper's orphans, but also its own children, so the caller compares
    /// the number with those of its [PidFd]s. Empty when none is left to collect.
    public static Optional<Ended> reapAny() {
        return WaitId.poll(WaitId.P_ALL, 0);
    }
}
