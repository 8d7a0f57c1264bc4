package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.nio.ByteBuffer;
import java.util.Optional;

/// waitid, never blocking.
final class WaitId {
    static final int P_ALL = 0; // linux/wait.h, as the next four
    static final int P_PIDFD = 3;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int WNOWAIT = 0x01000000;

    private static final int CLD_EXITED = 1; // asm-generic/siginfo.h, as the next one
    private static final int CLD_DUMPED = 3;
    private static final int SIGINFO_SIZE = 128;
    private static final int SI_CODE = 8;
    private static final int SI_PID = 16;
    private static final int SI_STATUS = 24;

    private WaitId() {}

    /// Empty while none has ended, and when there is none at all.
    static Optional<Ended> poll(int idType, int id) {
        try (NativeMemory info = NativeMemory.temporary(SIGINFO_SIZE)) {
            long result = Kernel.call(Nr.WAITID, idType, id, info.address(), WEXITED | WNOHANG, 0, 0);
            if (result == -Errno.ECHILD) {
                return Optional.empty();
            }
            KernelException.check(result, "waitid");
            return decode(info.bytes());
        }
    }

    /// Whether waitid may be asked about it; collects nothing.
    static boolean isChild(int pidFd) {
        try (NativeMemory info = NativeMemory.temporary(SIGINFO_SIZE)) {
            int options = WEXITED | WNOHANG | WNOWAIT;
            return Kernel.call(Nr.WAITID, P_PIDFD, pidFd, info.address(), options, 0, 0) == 0;
        }
    }

    private static Optional<Ended> decode(ByteBuffer info) {
        int pid = info.getInt(SI_PID);
        if (pid == 0) {
            return Optional.empty();
        }
        int code = info.getInt(SI_CODE);
        int status = info.getInt(SI_STATUS);
        return Optional.of(new Ended(pid, code == CLD_EXITED
                ? new ExitStatus.Exited(status)
                : new ExitStatus.Killed(status, code == CLD_DUMPED)));
    }
}
