package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Delivery;
import java.util.Arrays;
import java.util.Optional;

/// Which instance a packet is for. Instances are told apart by VRID, by the interface and by the address they listen
/// on: their group, or their own address, which keeps multicast and unicast apart as well. Finding one allocates
/// nothing.
final class Listeners {
    private static final int VRIDS = 256;
    private static final Instance[] NONE = {};

    private final Instance[][] byVrid = new Instance[VRIDS][];

    Listeners() {
        Arrays.fill(byVrid, NONE);
    }

    /// An instance with a plan listens from now on.
    void add(Instance instance) {
        int vrid = instance.spec().virtualRouterId();
        Instance[] before = byVrid[vrid];
        Instance[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = instance;
        byVrid[vrid] = after;
    }

    void remove(Instance instance) {
        for (int vrid = 0; vrid < VRIDS; vrid++) {
            Instance[] before = byVrid[vrid];
            for (int i = 0; i < before.length; i++) {
                if (before[i] == instance) {
                    Instance[] after = Arrays.copyOf(before, before.length - 1);
                    System.arraycopy(before, i + 1, after, i, after.length - i);
                    byVrid[vrid] = after;
                    return;
                }
            }
        }
    }

    /// The instance a packet is for. Among several with one VRID and one local address it is the one that has the
    /// sender among its peers (`vrrp.md` 2.1, D6).
    Optional<Instance> find(int vrid, NodeEvent.PacketReceived packet) {
        Optional<Instance> only = Optional.empty();
        boolean several = false;
        Instance[] candidates = byVrid[vrid];
        for (int i = 0; i < candidates.length; i++) {
            Instance candidate = candidates[i];
            if (listens(candidate, packet)) {
                if (hasPeer(candidate, packet.source())) {
                    return candidate.present();
                }
                several = only.isPresent();
                only = candidate.present();
            }
        }
        return several ? Optional.empty() : only;
    }

    private static boolean listens(Instance instance, NodeEvent.PacketReceived packet) {
        return instance.plan.isPresent() && instance.plan.get().linkIndex() == packet.linkIndex()
                && instance.plan.get().local().compareTo(packet.destination()) == 0;
    }

    private static boolean hasPeer(Instance instance, IpAddress source) {
        return instance.spec().delivery() instanceof Delivery.Unicast unicast && unicast.peer(source).isPresent();
    }
}
