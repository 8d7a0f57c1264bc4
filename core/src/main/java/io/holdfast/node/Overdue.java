package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.VrrpState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Addresses that a master could not add so far, and when it tries again: when something about their interface changes,
/// and otherwise at growing intervals. A deadline of its own beside that of the election.
final class Overdue extends TimerHeap.Entry {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /// An interface may be reported as changed in a storm.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final Instance instance;
    private final List<PlacedAddress> addresses = new ArrayList<>();
    private Duration wait = FIRST_WAIT;
    private MonoTime tried = new MonoTime(Long.MIN_VALUE);

    Overdue(Instance instance) {
        this.instance = instance;
    }

    Instance instance() {
        return instance;
    }

    boolean isEmpty() {
        return addresses.isEmpty();
    }

    boolean contains(PlacedAddress address) {
        return AddressDifference.contains(addresses, address);
    }

    /// An address could not be added.
    ///
    /// @return whether that is news
    boolean note(PlacedAddress address, TimerHeap timers, MonoTime now) {
        if (contains(address)) {
            return false;
        }
        if (addresses.isEmpty()) {
            wait = FIRST_WAIT;
            tried = now;
            timers.arm(this, now.plus(wait));
        }
        addresses.add(address);
        return true;
    }

    /// An address is there now.
    ///
    /// @return whether it was waited for
    boolean settle(PlacedAddress address, TimerHeap timers) {
        boolean known = addresses.removeIf(other -> AddressDifference.same(other, address));
        if (known && addresses.isEmpty()) {
            timers.arm(this, VrrpState.NEVER);
        }
        return known;
    }

    boolean isOn(int linkIndex) {
        for (PlacedAddress address : addresses) {
            if (address.linkIndex() == linkIndex) {
                return true;
            }
        }
        return false;
    }

    /// Something changed, so what failed may succeed now.
    void hasten(TimerHeap timers, MonoTime now) {
        if (!addresses.isEmpty()) {
            wait = FIRST_WAIT;
            MonoTime soon = tried.plus(SHORTEST_WAIT);
            timers.arm(this, MonoTime.earlier(deadline(), soon.isAfter(now) ? soon : now));
        }
    }

    /// The next attempt is made now.
    ///
    /// @return what to add: all that is still the instance's
    List<PlacedAddress> take(TimerHeap timers, MonoTime now) {
        addresses.removeIf(address -> !AddressDifference.contains(instance.placed, address));
        tried = now;
        wait = wait.plus(wait).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.plus(wait);
        timers.arm(this, addresses.isEmpty() ? VrrpState.NEVER : now.plus(wait));
        return List.copyOf(addresses);
    }

    void clear(TimerHeap timers) {
        addresses.clear();
        timers.arm(this, VrrpState.NEVER);
    }
}
