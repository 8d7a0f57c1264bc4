package io.holdfast.linux.call;

/// System call numbers: the first column is x86-64 (asm/unistd_64.h), the second aarch64 (asm-generic/unistd.h).
///
/// Only calls that both architectures have are used, hence `openat` and `epoll_pwait`.
public final class Nr {
    private static final int X86_64 = 0;
    private static final int AARCH64 = 1;
    private static final int COLUMN = column(System.getProperty("os.arch"));

    public static final int READ = row(0, 63);
    public static final int WRITE = row(1, 64);
    public static final int CLOSE = row(3, 57);
    public static final int MMAP = row(9, 222);
    public static final int MUNMAP = row(11, 215);
    public static final int RT_SIGPROCMASK = row(14, 135);
    public static final int IOCTL = row(16, 29);
    public static final int PWRITE64 = row(18, 68);
    public static final int GETPID = row(39, 172);
    public static final int SOCKET = row(41, 198);
    public static final int CONNECT = row(42, 203);
    public static final int SENDTO = row(44, 206);
    public static final int RECVFROM = row(45, 207);
    public static final int SENDMSG = row(46, 211);
    public static final int RECVMSG = row(47, 212);
    public static final int BIND = row(49, 200);
    public static final int LISTEN = row(50, 201);
    public static final int SOCKETPAIR = row(53, 199);
    public static final int SETSOCKOPT = row(54, 208);
    public static final int GETSOCKOPT = row(55, 209);
    public static final int EXECVE = row(59, 221);
    public static final int KILL = row(62, 129);
    public static final int FCNTL = row(72, 25);
    public static final int FTRUNCATE = row(77, 46);
    public static final int CHDIR = row(80, 49);
    public static final int FCHMOD = row(91, 52);
    public static final int UMASK = row(95, 166);
    public static final int GETEUID = row(107, 175);
    public static final int GETEGID = row(108, 177);
    public static final int GETPPID = row(110, 173);
    public static final int SETGROUPS = row(116, 159);
    public static final int STATFS = row(137, 43);
    public static final int GETPRIORITY = row(140, 141);
    public static final int SETPRIORITY = row(141, 140);
    public static final int SCHED_SETSCHEDULER = row(144, 119);
    public static final int SCHED_GETSCHEDULER = row(145, 120);
    public static final int MLOCKALL = row(151, 230);
    public static final int MUNLOCKALL = row(152, 231);
    public static final int PRCTL = row(157, 167);
    public static final int GETTID = row(186, 178);
    public static final int SCHED_SETAFFINITY = row(203, 122);
    public static final int CLOCK_GETTIME = row(228, 113);
    public static final int EPOLL_CTL = row(233, 21);
    public static final int WAITID = row(247, 95);
    public static final int INOTIFY_ADD_WATCH = row(254, 27);
    public static final int INOTIFY_RM_WATCH = row(255, 28);
    public static final int OPENAT = row(257, 56);
    public static final int MKNODAT = row(259, 33);
    public static final int FCHOWNAT = row(260, 54);
    public static final int UNLINKAT = row(263, 35);
    public static final int READLINKAT = row(267, 78);
    public static final int UNSHARE = row(272, 97);
    public static final int EPOLL_PWAIT = row(281, 22);
    public static final int TIMERFD_CREATE = row(283, 85);
    public static final int FALLOCATE = row(285, 47);
    public static final int TIMERFD_SETTIME = row(286, 86);
    public static final int ACCEPT4 = row(288, 242);
    public static final int SIGNALFD4 = row(289, 74);
    public static final int EVENTFD2 = row(290, 19);
    public static final int EPOLL_CREATE1 = row(291, 20);
    public static final int PIPE2 = row(293, 59);
    public static final int INOTIFY_INIT1 = row(294, 26);
    public static final int PRLIMIT64 = row(302, 261);
    public static final int SETNS = row(308, 268);
    public static final int MEMFD_CREATE = row(319, 279);
    public static final int STATX = row(332, 291);
    public static final int PIDFD_SEND_SIGNAL = row(424, 424);
    public static final int PIDFD_OPEN = row(434, 434);
    public static final int CLOSE_RANGE = row(436, 436);

    private Nr() {}

    /// Whether a structure or flag has its x86-64 form; the few that differ say so where they are used.
    public static boolean isX86() {
        return COLUMN == X86_64;
    }

    private static int row(int x86, int aarch64) {
        return COLUMN == X86_64 ? x86 : aarch64;
    }

    private static int column(String architecture) {
        return switch (architecture) {
            case "amd64" -> X86_64;
            case "aarch64" -> AARCH64;
            default -> throw new UnsupportedOperationException("no system call numbers for " + architecture);
        };
    }
}
