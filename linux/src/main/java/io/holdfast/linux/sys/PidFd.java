package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.util.Optional;

/// One process, safe from reuse of its number; readable in an [Epoll] once the process has ended.
public final class PidFd implements AutoCloseable {
    private final Descriptor descriptor;
    private final int pid;

    private PidFd(Descriptor descriptor, int pid) {
        this.descriptor = descriptor;
        this.pid = pid;
    }

    /// A child of this process can always be opened until it is reaped.
    ///
    /// @throws KernelException with ESRCH if there is no such process
    public static PidFd open(int pid) {
        long fd = KernelException.check(Kernel.call(Nr.PIDFD_OPEN, pid, 0), "pidfd_open of process", pid);
        return new PidFd(Descriptor.adopt((int) fd), pid);
    }

    public int fd() {
        return descriptor.fd();
    }

    public int pid() {
        return pid;
    }

    /// Whether it is a child of this process, running or ended, that was not collected yet.
    public boolean isChild() {
        return WaitId.isChild(fd());
    }

    /// @return false if it has ended and been reaped
    public boolean send(int signal) {
        long result = Kernel.call(Nr.PIDFD_SEND_SIGNAL, fd(), signal, 0, 0);
        if (result == -Errno.ESRCH) {
            return false;
        }
        KernelException.check(result, "signal to process", pid);
        return true;
    }

    /// Collects a child that has ended; empty while it runs and after it was collected.
    public Optional<ExitStatus> reap() {
        Optional<Ended> ended = WaitId.poll(WaitId.P_PIDFD, fd());
        return ended.isPresent() ? Optional.of(ended.get().status()) : Optional.empty();
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
