package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.io.File;

/// How the kernel schedules this process: every thread it has now.
///
/// The whole JVM and not the loop alone, because the loop waits for the JVM's own threads at a safepoint. Threads and
/// programs started later are ordinary ones again (SCHED_RESET_ON_FORK).
public final class Scheduling {
    private static final int SCHED_OTHER = 0; // linux/sched.h, as the next two
    private static final int SCHED_RR = 2;
    private static final int SCHED_RESET_ON_FORK = 0x40000000;
    private static final int PRIO_PROCESS = 0; // linux/resource.h
    private static final int LOWEST_NICE_RESULT = 20; // the system call answers 20 minus the nice value
    private static final int CPU_SET_SIZE = 128;

    private Scheduling() {}

    /// Round robin at `priority`, 1 to 99.
    public static void setRoundRobin(int priority) {
        setScheduler(SCHED_RR | SCHED_RESET_ON_FORK, priority);
    }

    /// Back to ordinary scheduling; the nice value stays.
    public static void reset() {
        setScheduler(SCHED_OTHER, 0);
    }

    /// @param nice from -20, the most favourable, to 19
    public static void setNice(int nice) {
        for (int thread : threads()) {
            check(Kernel.call(Nr.SETPRIORITY, PRIO_PROCESS, thread, nice), "setpriority to", nice);
        }
    }

    /// Runs on these processors only, counted from 0.
    public static void setAffinity(int... processors) {
        try (NativeMemory set = NativeMemory.temporary(CPU_SET_SIZE)) {
            for (int processor : processors) {
                int at = processor / Byte.SIZE;
                set.bytes().put(at, (byte) (set.bytes().get(at) | 1 << processor % Byte.SIZE));
            }
            for (int thread : threads()) {
                check(Kernel.call(Nr.SCHED_SETAFFINITY, thread, CPU_SET_SIZE, set.address()), "sched_setaffinity", "");
            }
        }
    }

    /// Whether the calling thread is a round-robin one.
    public static boolean isRoundRobin() {
        return (Kernel.call(Nr.SCHED_GETSCHEDULER, 0) & ~SCHED_RESET_ON_FORK) == SCHED_RR;
    }

    /// The calling thread's nice value.
    public static int nice() {
        return nice(0);
    }

    /// The nice value of a process.
    public static int nice(int pid) {
        long result = Kernel.call(Nr.GETPRIORITY, PRIO_PROCESS, pid);
        return LOWEST_NICE_RESULT - (int) KernelException.check(result, "getpriority of process", pid);
    }

    /// Makes the calling thread, and what it starts, an ordinary one, unless it is.
    public static void beOrdinary(int nice) {
        if (Kernel.call(Nr.SCHED_GETSCHEDULER, 0) != SCHED_OTHER) {
            try (NativeMemory parameters = NativeMemory.temporary(Integer.BYTES)) {
                long result = Kernel.call(Nr.SCHED_SETSCHEDULER, 0, SCHED_OTHER, parameters.address());
                KernelException.check(result, "sched_setscheduler to ordinary");
            }
        }
        if (nice() != nice) {
            KernelException.check(Kernel.call(Nr.SETPRIORITY, PRIO_PROCESS, 0, nice), "setpriority to", nice);
        }
    }

    private static void setScheduler(int policy, int priority) {
        try (NativeMemory parameters = NativeMemory.temporary(Integer.BYTES)) {
            parameters.bytes().putInt(0, priority);
            for (int thread : threads()) {
                long result = Kernel.call(Nr.SCHED_SETSCHEDULER, thread, policy, parameters.address());
                check(result, "sched_setscheduler to priority", priority);
            }
        }
    }

    /// A thread may end while we walk through the list.
    private static void check(long result, String operation, Object object) {
        if (result != -Errno.ESRCH) {
            KernelException.check(result, operation, object);
        }
    }

    private static int[] threads() {
        String[] names = new File("/proc/self/task").list();
        if (names == null) {
            throw new KernelException("list /proc/self/task", Errno.ENOENT);
        }
        int[] threads = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            threads[i] = Integer.parseInt(names[i]);
        }
        return threads;
    }
}
