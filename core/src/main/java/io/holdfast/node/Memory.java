package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.VirtualRouter;
import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the process before this one was master of when it ended without a word, in the same boot and the same network
/// namespace.
public final class Memory {
    /// There was none, or nothing is known of it.
    public static final Memory NONE = new Memory(List.of());

    /// @param router     [VirtualRouter#fingerprint]
    /// @param since      when it became master
    /// @param lastAdvert a moment not after its last advertisement left
    /// @param interval   the advertisement interval at that time
    public record Mastership(long router, MonoTime since, MonoTime lastAdvert, Duration interval) {}

    private final Map<Long, Mastership> byRouter = new HashMap<>();

    public Memory(List<Mastership> masterships) {
        for (Mastership mastership : masterships) {
            byRouter.put(mastership.router(), mastership);
        }
    }

    /// How many masterships there are.
    public int size() {
        return byRouter.size();
    }

    /// What is known of the virtual router an instance stands for.
    public Optional<Mastership> of(VrrpSpec spec) {
        return byRouter.isEmpty() ? Optional.empty()
                : Optional.ofNullable(byRouter.get(VirtualRouter.fingerprint(spec)));
    }
}
