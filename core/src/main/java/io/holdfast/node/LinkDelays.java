package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.track.LinkDelay;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of links that have to last before they count (`interface_up_down_delays`, `vrrp.md` 6.2).
final class LinkDelays {

    /// A link whose change does not count yet.
    static final class Waiting extends TimerHeap.Entry {
        private final Link link;

        private Waiting(Link link) {
            this.link = link;
        }

        /// As it really is.
        Link link() {
            return link;
        }
    }

    private final TimerHeap timers;
    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private Map<String, LinkDelay> delays = Map.of();

    LinkDelays(TimerHeap timers) {
        this.timers = timers;
    }

    void configure(List<LinkDelay> configured) {
        delays = HashMap.newHashMap(configured.size());
        for (LinkDelay delay : configured) {
            delays.put(delay.interfaceName(), delay);
        }
    }

    /// @param changed as the kernel says it is
    /// @param before  as it counted so far
    /// @param users   instances that use it
    /// @return as it counts from now on
    Link heard(Link changed, Optional<Link> before, List<Instance> users, MonoTime now) {
        LinkDelay delay = delays.isEmpty() ? null : delays.get(changed.name());
        if (delay == null || before.isEmpty() || before.get().up() == changed.up()) {
            forget(changed.index());
            return changed;
        }
        Duration wait = reduced(changed.up() ? delay.up() : delay.down(), users);
        if (!wait.isPositive()) {
            forget(changed.index());
            return changed;
        }
        Waiting known = waiting.get(changed.index());
        MonoTime end = known == null ? now.plus(wait) : known.deadline();
        forget(changed.index());
        Waiting entry = new Waiting(changed);
        waiting.put(changed.index(), entry);
        timers.arm(entry, end);
        return with(changed, before.get().up());
    }

    void forget(int linkIndex) {
        Waiting known = waiting.remove(linkIndex);
        if (known != null) {
            timers.arm(known, VrrpState.NEVER);
        }
    }

    void clear() {
        for (Waiting one : waiting.values()) {
            timers.arm(one, VrrpState.NEVER);
        }
        waiting.clear();
    }

    /// A master that waits longer than its peers do would be one of two.
    private static Duration reduced(Duration delay, List<Instance> users) {
        Duration wait = delay;
        for (Instance instance : users) {
            VrrpSpec spec = instance.spec();
            Duration interval = instance.state instanceof VrrpState.Backup backup ? backup.masterInterval()
                    : spec.advertInterval();
            Duration most = spec.downTimerAdverts() == 1 ? Duration.ZERO
                    : interval.multipliedBy(spec.downTimerAdverts() - 1L).minus(interval.dividedBy(256));
            wait = most.compareTo(wait) < 0 ? most : wait;
        }
        return wait;
    }

    private static Link with(Link link, boolean up) {
        return new Link(link.index(), link.name(), link.mac(), link.mtu(), up, link.multicast(), link.arp(),
                link.loopback());
    }
}
