package io.holdfast.daemon.watch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.netlink.ProcessMonitor;
import java.util.Optional;

/// What not every machine lets a test do.
final class Assumptions {
    private Assumptions() {}

    static void assumeConnector() {
        Optional<ProcessMonitor> monitor = Connector.open(Log.discarding());
        monitor.ifPresent(ProcessMonitor::close);
        assumeTrue(monitor.isPresent(), "the kernel reports no processes here");
    }
}
