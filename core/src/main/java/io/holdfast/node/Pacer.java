package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.VrrpState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/// The announcements of one family that share a gap, in a queue: after each frame nothing is sent until the gap is
/// over. Each address has one place in the queue and goes back to its end until all its rounds are done: a b a b.
final class Pacer extends TimerHeap.Entry {
    private final PacingSpec.Group group;
    private final boolean v4;
    private final Duration gap;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private MonoTime free = new MonoTime(Long.MIN_VALUE);

    private static final class Waiting {
        private final Instance instance;
        private final PlacedAddress address;
        private int rounds;

        private Waiting(Instance instance, PlacedAddress address, int rounds) {
            this.instance = instance;
            this.address = address;
            this.rounds = rounds;
        }

        /// As it is placed now, unless it has been given up since.
        private Optional<PlacedAddress> current() {
            if (instance.isMaster()) {
                for (PlacedAddress placed : instance.placed) {
                    if (AddressDifference.same(placed, address)) {
                        return Optional.of(placed);
                    }
                }
            }
            return Optional.empty();
        }
    }

    Pacer(PacingSpec.Group group, boolean v4) {
        this.group = group;
        this.v4 = v4;
        this.gap = group.gap(v4);
    }

    boolean isFor(PlacedAddress address) {
        return address.address().address().isV4() == v4
                && group.interfaces().contains(address.address().interfaceName());
    }

    /// Lets an address wait for its turn. Rounds that it waits for already are not added to.
    void queue(Instance instance, PlacedAddress address, int rounds) {
        for (Waiting waiting : queue) {
            if (waiting.instance == instance && AddressDifference.same(waiting.address, address)) {
                waiting.rounds = Math.max(waiting.rounds, rounds);
                return;
            }
        }
        queue.add(new Waiting(instance, address, rounds));
    }

    /// Sends what may be sent now, which is one frame unless some address has been given up, and asks to be woken for
    /// the next.
    void sendDue(Outbox outbox, TimerHeap timers, MonoTime now) {
        while (!queue.isEmpty() && !free.isAfter(now)) {
            Waiting next = queue.remove();
            Optional<PlacedAddress> address = next.current();
            if (address.isPresent()) {
                outbox.add(new Action.AnnounceOne(next.instance.id(), address.get(), 1));
                free = now.plus(gap);
                next.rounds--;
                if (next.rounds > 0) {
                    queue.add(next);
                }
            }
        }
        timers.arm(this, queue.isEmpty() ? VrrpState.NEVER : free);
    }

    /// Hands over what waits.
    void moveTo(Announcer announcer, TimerHeap timers, MonoTime now) {
        timers.arm(this, VrrpState.NEVER);
        for (Waiting waiting : queue) {
            Optional<PlacedAddress> address = waiting.current();
            if (address.isPresent()) {
                announcer.announce(waiting.instance, address.get(), waiting.rounds, now);
            }
        }
    }
}
