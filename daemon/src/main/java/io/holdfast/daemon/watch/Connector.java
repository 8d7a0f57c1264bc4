package io.holdfast.daemon.watch;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.netlink.ProcessMonitor;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Namespaces;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Where the kernel's reports of processes are to be had. There is a connector in the network namespace only that the
/// machine started with: a daemon in another one listens from there, if it may.
final class Connector {
    /// Of the kernel's own threads, whose namespaces are always the first ones, and of the first process: a daemon that
    /// lacks one of that one's capabilities may not look at it.
    private static final String[] FIRST_NETWORK = {"/proc/2/ns/net", "/proc/1/ns/net"};

    private Connector() {}

    /// Empty, and said in the log, if the kernel reports nothing.
    static Optional<ProcessMonitor> open(Log log) {
        Attempt here = attempt();
        Attempt best = here.errno == Errno.ECONNREFUSED ? fromFirstNetwork() : here;
        if (best.monitor.isEmpty()) {
            log.warning("the kernel reports no processes here, " + Errno.describe(best.errno)
                    + ": they are counted once a second instead (reports need the machine's own process and user"
                    + " namespaces, so not those of a container)");
        }
        return best.monitor;
    }

    private record Attempt(Optional<ProcessMonitor> monitor, int errno) {
        private static Attempt failed(int errno) {
            return new Attempt(Optional.empty(), errno);
        }
    }

    private static Attempt attempt() {
        ProcessMonitor monitor;
        try {
            monitor = ProcessMonitor.open();
        } catch (KernelException e) {
            return Attempt.failed(e.errno());
        }
        int errno = monitor.listen();
        if (errno != 0) {
            monitor.close();
            return Attempt.failed(errno);
        }
        return new Attempt(Optional.of(monitor), 0);
    }

    private static Attempt fromFirstNetwork() {
        Attempt attempt = Attempt.failed(Errno.ECONNREFUSED);
        for (int i = 0; i < FIRST_NETWORK.length && attempt.monitor.isEmpty(); i++) {
            attempt = from(FIRST_NETWORK[i]);
        }
        return attempt;
    }

    /// By a thread that lives for this only: its network is no longer this process's.
    private static Attempt from(String network) {
        AtomicReference<Attempt> result = new AtomicReference<>(Attempt.failed(Errno.ECONNREFUSED));
        Thread visitor = new Thread(() -> {
            try {
                Namespaces.enterNetwork(network);
                result.set(attempt());
            } catch (KernelException e) {
                result.set(Attempt.failed(e.errno()));
            }
        }, "visitor");
        visitor.start();
        try {
            visitor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return result.get();
    }
}
