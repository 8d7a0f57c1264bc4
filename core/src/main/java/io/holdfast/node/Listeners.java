package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Delivery;
import java.util.Arrays;
import java.util.Optional;

/// Which instance a packet is for. Instances are told apart by VRID, by the interface and by the address they listen
/// on: their group, or their own address, which keeps multicast and unicast apart as well. Finding one allocates
/// nothing, and looks only at those with the packet's VRID on the packet's interface.
final class Listeners {
    private static final int VRIDS = 256;

    private final Group[] byVrid = new Group[VRIDS];

    /// The instances with one VRID, by interface.
    private static final class Group {
        private static final Group NONE = new Group(new int[0], new Instance[0]);

        /// Ascending; one entry for each instance.
        private final int[] links;
        private final Instance[] instances;

        private Group(int[] links, Instance[] instances) {
            this.links = links;
            this.instances = instances;
        }

        /// The first on an interface, or where it would be.
        private int first(int link) {
            int low = 0;
            int high = links.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (links[middle] < link) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean isOn(int link, int at) {
            return at < links.length && links[at] == link;
        }

        private Group with(int link, Instance instance) {
            int at = first(link);
            while (isOn(link, at)) {
                at++;
            }
            int[] moreLinks = Arrays.copyOf(links, links.length + 1);
            Instance[] more = Arrays.copyOf(instances, instances.length + 1);
            System.arraycopy(links, at, moreLinks, at + 1, links.length - at);
            System.arraycopy(instances, at, more, at + 1, instances.length - at);
            moreLinks[at] = link;
            more[at] = instance;
            return new Group(moreLinks, more);
        }

        private Group without(int link, Instance instance) {
            int at = first(link);
            while (isOn(link, at) && instances[at] != instance) {
                at++;
            }
            if (!isOn(link, at)) {
                return this;
            }
            int[] fewerLinks = Arrays.copyOf(links, links.length - 1);
            Instance[] fewer = Arrays.copyOf(instances, instances.length - 1);
            System.arraycopy(links, at + 1, fewerLinks, at, fewer.length - at);
            System.arraycopy(instances, at + 1, fewer, at, fewer.length - at);
            return new Group(fewerLinks, fewer);
        }
    }

    Listeners() {
        Arrays.fill(byVrid, Group.NONE);
    }

    /// An instance listens from now on.
    ///
    /// @param plan the instance's own, with which it is also removed
    void add(Instance instance, InstancePlan plan) {
        int vrid = plan.spec().virtualRouterId();
        byVrid[vrid] = byVrid[vrid].with(plan.linkIndex(), instance);
    }

    void remove(Instance instance, InstancePlan plan) {
        int vrid = plan.spec().virtualRouterId();
        byVrid[vrid] = byVrid[vrid].without(plan.linkIndex(), instance);
    }

    /// The instance a packet is for. Among several with one VRID and one local address it is the one that has the
    /// sender among its peers (`vrrp.md` 2.1, D6).
    Optional<Instance> find(int vrid, NodeEvent.PacketReceived packet) {
        Optional<Instance> only = Optional.empty();
        boolean several = false;
        Group group = byVrid[vrid];
        int link = packet.linkIndex();
        for (int i = group.first(link); group.isOn(link, i); i++) {
            Instance candidate = group.instances[i];
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
        return instance.plan.isPresent() && instance.plan.get().local().compareTo(packet.destination()) == 0;
    }

    private static boolean hasPeer(Instance instance, IpAddress source) {
        return instance.spec().delivery() instanceof Delivery.Unicast unicast && unicast.peer(source).isPresent();
    }
}
