package io.holdfast.config;

import io.holdfast.vrrp.VrrpSpec;
import java.util.HashMap;
import java.util.Map;

/// Two instances must not share VRID, family and interface: each would answer the other's advertisements.
final class VridCheck {
    private final Reporter report;
    private final Map<Key, String> taken = new HashMap<>();

    VridCheck(Reporter report) {
        this.report = report;
    }

    private record Key(String interfaceName, int virtualRouterId, boolean ipv6) {}

    boolean isFree(Draft draft, VrrpSpec spec) {
        String other = taken.putIfAbsent(
                new Key(spec.interfaceName(), spec.virtualRouterId(), !spec.family().equals(io.holdfast.base.Family.IPV4)),
                spec.name());
        if (other == null) {
            return true;
        }
        draft.last(InstanceKeywords.VIRTUAL_ROUTER_ID).ifPresent(entry -> report
                .add(Problem.DUPLICATE_VRID, entry.place(), "VRID " + spec.virtualRouterId() + " on "
                        + spec.interfaceName() + " is that of instance " + other + " already")
                .so("both would answer each other's advertisements, so the configuration is refused")
                .hinting("give " + spec.name() + " another virtual_router_id, the same on all its routers").done());
        return false;
    }
}
