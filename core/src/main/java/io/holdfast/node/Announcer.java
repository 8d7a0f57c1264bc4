package io.holdfast.node;

import io.holdfast.base.MonoTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Announces addresses by gratuitous ARP or unsolicited neighbour advertisement: at once, or where gaps are configured,
/// frame by frame.
final class Announcer {
    private final Outbox outbox;
    private final TimerHeap timers;
    private PacingSpec pacing;
    private List<Pacer> pacers = new ArrayList<>();

    Announcer(PacingSpec pacing, Outbox outbox, TimerHeap timers) {
        this.pacing = pacing;
        this.outbox = outbox;
        this.timers = timers;
    }

    /// A reload may have changed the gaps. What waits goes on with the new ones.
    void reconfigure(PacingSpec changed, MonoTime now) {
        if (changed.equals(pacing)) {
            return;
        }
        List<Pacer> before = pacers;
        pacing = changed;
        pacers = new ArrayList<>();
        for (Pacer pacer : before) {
            pacer.moveTo(this, timers, now);
        }
    }

    /// All addresses of an instance, in rounds over all of them.
    void announce(Instance instance, int rounds, MonoTime now) {
        if (instance.placed.isEmpty()) {
            return;
        }
        if (!isPaced(instance)) {
            outbox.add(new Action.Announce(instance.id(), rounds));
            return;
        }
        for (PlacedAddress address : instance.placed) {
            announceOrQueue(instance, address, rounds);
        }
        sendDue(now);
    }

    /// One address.
    void announce(Instance instance, PlacedAddress address, int rounds, MonoTime now) {
        announceOrQueue(instance, address, rounds);
        sendDue(now);
    }

    /// A master whose interface has another hardware address now: neighbours would go on sending to the old one.
    ///
    /// @param before how its addresses were placed
    void follow(Instance instance, List<PlacedAddress> before, MonoTime now) {
        if (!instance.isMaster() || before.size() != instance.placed.size()) {
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            PlacedAddress old = before.get(i);
            PlacedAddress moved = instance.placed.get(i);
            if (!old.announcer().equals(moved.announcer()) && AddressDifference.same(old, moved)) {
                announce(instance, moved, instance.spec().garp().repeat(), now);
            }
        }
    }

    private void announceOrQueue(Instance instance, PlacedAddress address, int rounds) {
        Optional<Pacer> pacer = isPaced(address) ? Optional.of(pacer(address)) : Optional.empty();
        if (pacer.isPresent()) {
            pacer.get().queue(instance, address, rounds);
        } else {
            outbox.add(new Action.AnnounceOne(instance.id(), address, rounds));
        }
    }

    private void sendDue(MonoTime now) {
        for (Pacer pacer : pacers) {
            pacer.sendDue(outbox, timers, now);
        }
    }

    private boolean isPaced(Instance instance) {
        if (pacing.isNone()) {
            return false;
        }
        for (PlacedAddress address : instance.placed) {
            if (isPaced(address)) {
                return true;
            }
        }
        return false;
    }

    /// Where there is nobody to tell, nobody has to wait either.
    private boolean isPaced(PlacedAddress address) {
        return !pacing.isNone() && address.announcer().isPresent()
                && pacing.of(address.address().interfaceName()).gap(address.address().address().isV4()).isPositive();
    }

    private Pacer pacer(PlacedAddress address) {
        for (Pacer pacer : pacers) {
            if (pacer.isFor(address)) {
                return pacer;
            }
        }
        Pacer pacer = new Pacer(pacing.of(address.address().interfaceName()), address.address().address().isV4());
        pacers.add(pacer);
        return pacer;
    }
}
