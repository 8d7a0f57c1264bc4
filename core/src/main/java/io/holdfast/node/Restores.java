package io.holdfast.node;

import io.holdfast.base.MonoTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How often addresses were put back lately. Somebody who deletes an address again and again means it, or is another
/// master's tool: then we give way instead of fighting.
final class Restores {
    private static final int LIMIT = 3;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private record Restore(PlacedAddress address, MonoTime at) {}

    private final List<Restore> recent = new ArrayList<>();
    private final List<PlacedAddress> asked = new ArrayList<>();

    /// A restore was asked for; its answer is still to come.
    void ask(PlacedAddress address) {
        if (!isAsked(address)) {
            asked.add(address);
        }
    }

    /// Whether an answer is about a restore, and not about an ordinary change.
    boolean isAsked(PlacedAddress address) {
        return AddressDifference.contains(asked, address);
    }

    void answered(PlacedAddress address) {
        asked.removeIf(other -> AddressDifference.same(other, address));
    }

    /// Notes that an address was really missing and is back.
    ///
    /// @return whether this was once too often
    boolean isTooOften(PlacedAddress address, MonoTime now) {
        recent.removeIf(restore -> !restore.at.plus(WITHIN).isAfter(now));
        int times = 1;
        for (Restore restore : recent) {
            times += AddressDifference.same(restore.address, address) ? 1 : 0;
        }
        recent.add(new Restore(address, now));
        return times > LIMIT;
    }

    void clear() {
        recent.clear();
        asked.clear();
    }
}
