package io.holdfast.daemon.vrrp;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Sysctl;

/// Keeps the kernel from reporting membership of link-local groups, which some switches take amiss, and lets it do so
/// again at the end if it did before (`disable_local_igmp`, `vrrp.md` 1.10).
final class LocalIgmp {
    private static final String[] SETTING = {"net", "ipv4", "igmp_link_local_mcast_reports"};

    private final Log log;
    private boolean changed;

    LocalIgmp(Log log) {
        this.log = log;
    }

    void disable() {
        if (Sysctl.read(SETTING).orElse("").equals("1")) {
            changed = write("0");
        }
    }

    void restore() {
        if (changed) {
            changed = !write("1");
        }
    }

    private boolean write(String value) {
        try {
            Sysctl.write(value, SETTING);
            return true;
        } catch (KernelException e) {
            log.warning("could not set igmp_link_local_mcast_reports to " + value + ": " + e.getMessage());
            return false;
        }
    }
}
