package io.holdfast.config;

import io.holdfast.vrrp.VrrpSpec;
import java.util.HashMap;
import java.util.Map;

/// Two instances must not share VRID, family and interface: each would answer the other's advertisements.
final class VridCheck {
    private final Reporter report;
    /// By interface, family and VRID as text: the first hashCode of a record would cost five milliseconds.
    /// By interface, family and VRID as text: the first hashCode of a record would cost five milliseconds.
    private final Map<String, String> taken = new HashMap<>();

    VridCheck(Reporter report) {
        this.report = report;
    }

    boolean isFree(Draft draft, VrrpSpec spec) {
        String key = spec.interfaceName() + "/" + spec.family().bytes() + "/" + spec.virtualRouterId();
        String other = taken.putIfAbsent(key, spec.name());
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
