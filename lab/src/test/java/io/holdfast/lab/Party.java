package io.holdfast.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who may run on a node of a cell.
enum Party {
    HOLDFAST, KEEPALIVED, FRR;

    static Party of(Software software) {
        return software == Software.HOLDFAST ? HOLDFAST : KEEPALIVED;
    }

    /// Why this machine cannot run it, if it cannot.
    Optional<String> missing() {
        return this == FRR ? Frr.missing() : software().missing();
    }

    /// Makes a host ready for it.
    void prepare(Host host, Instance instance) {
        if (this == FRR) {
            frr(instance).addDevice(host);
        }
    }

    Daemon start(Lab lab, Host host, Instance... instances) {
        return this == FRR ? frr(instances[0]).start(lab, host)
                : Daemon.start(lab, host, software(), Instance.all(instances));
    }

    /// Waits until the kernel of a host, on which it runs, answers for an instance's last address, or no longer does.
    /// FRR keeps the addresses on an interface that it switches on and off.
    void expectServes(Host host, Instance instance, boolean wanted) {
        if (this == FRR) {
            frr(instance).expectServes(host, wanted, Cell.PATIENCE);
        } else {
            host.expectHolds(instance.vips().getLast().replaceAll("/.*", ""), wanted, Cell.PATIENCE);
        }
    }

    /// Waits until it has begun to listen as a backup.
    void expectStandsBy(Daemon daemon, Instance instance) {
        if (this == FRR) {
            expectServes(daemon.host(), instance, false);
        } else {
            daemon.expectLine("(" + instance.name() + ") Entering BACKUP STATE", Cell.PATIENCE);
        }
    }

    Software software() {
        return this == HOLDFAST ? Software.HOLDFAST : Software.KEEPALIVED;
    }

    private static Frr frr(Instance instance) {
        List<String> vips = instance.vips().stream().map(vip -> vip.replaceAll("/.*", "")).toList();
        return new Frr(instance.version(), instance.vrid(), instance.priority(), instance.interval(), vips);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
