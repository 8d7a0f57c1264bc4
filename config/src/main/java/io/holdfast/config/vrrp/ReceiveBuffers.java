package io.holdfast.config.vrrp;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.global.BufferPolicy;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.AdvertWire;
import io.holdfast.vrrp.VrrpSpec;
import java.util.List;
import java.util.Optional;

/// What instances add to the receive buffers of their sockets: `kernel_rx_buf_size`, else what
/// `vrrp_rx_bufs_policy` says (`vrrp.md` 8.2).
final class ReceiveBuffers {
    private static final int USUAL_MTU = 1500;
    private static final int DEFAULT_MULTIPLIER = 3;

    private final List<BufferPolicy> policies;
    private final int multiplier;
    private final Host host;

    ReceiveBuffers(Draft global, Host host, Reporter report) {
        this.policies = global.value(GlobalKeywords.RX_BUFS_POLICY, List.of());
        this.multiplier = global.value(GlobalKeywords.RX_BUFS_MULTIPLIER, DEFAULT_MULTIPLIER);
        this.host = host;
        if (severalKinds()) {
            global.last(GlobalKeywords.RX_BUFS_POLICY).ifPresent(entry -> report
                    .add(Problem.BUFFER_POLICY, entry.place(), "vrrp_rx_bufs_policy takes a number, MTU or ADVERT")
                    .so("a number counts before MTU, and that before ADVERT").done());
        }
    }

    private boolean severalKinds() {
        for (BufferPolicy policy : policies) {
            if (policy.kind() != policies.get(0).kind()) {
                return true;
            }
        }
        return false;
    }

    VrrpSpec applyTo(VrrpSpec spec, Draft draft) {
        Optional<Integer> own = draft.value(InstanceKeywords.KERNEL_RX_BUF_SIZE);
        if (own.isPresent()) {
            return spec.buffering(own.get());
        }
        return policies.isEmpty() ? spec : spec.buffering(byPolicy(spec));
    }

    private int byPolicy(VrrpSpec spec) {
        BufferPolicy first = policies.get(0);
        for (BufferPolicy policy : policies) {
            first = policy.kind().compareTo(first.kind()) < 0 ? policy : first;
        }
        long bytes = switch (first.kind()) {
            case BYTES -> first.bytes();
            case MTU -> (long) multiplier * (spec.interfaceName().isPresent()
                    ? host.mtu(spec.interfaceName().get()) : USUAL_MTU);
            case ADVERT -> (long) multiplier * AdvertWire.length(spec);
        };
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
