package io.holdfast.config.vrrp;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Reporter;
import io.holdfast.vrrp.Delivery.Multicast;
import io.holdfast.vrrp.Delivery.Unicast;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two instances must not share VRID, family and network: each would answer the other's advertisements. With unicast
/// they may, as long as no router is a peer of both.
public final class VridCheck {
    private final Reporter report;
    /// By what they must not share, as text: the first hashCode of a record would cost five milliseconds.
    private final Map<String, List<VrrpSpec>> taken = new HashMap<>();

    public VridCheck(Reporter report) {
        this.report = report;
    }

    public boolean isFree(Draft draft, VrrpSpec spec) {
        String key = key(spec);
        List<VrrpSpec> others = taken.getOrDefault(key, List.of());
        for (VrrpSpec other : others) {
            if (collide(spec, other)) {
                conflict(draft, spec, other);
                return false;
            }
        }
        List<VrrpSpec> all = new ArrayList<>(others);
        all.add(spec);
        taken.put(key, all);
        return true;
    }

    private static String key(VrrpSpec spec) {
        String source = spec.source().configured().isPresent() ? spec.source().configured().get().toString()
                : spec.interfaceName().orElse("");
        String place = spec.delivery() instanceof Multicast(var group)
                ? group + " on " + spec.interfaceName().orElse("") : "unicast from " + source;
        return spec.virtualRouterId() + " " + spec.family().bytes() + " " + place;
    }

    private static boolean collide(VrrpSpec spec, VrrpSpec other) {
        return !(spec.delivery() instanceof Unicast here && other.delivery() instanceof Unicast there)
                || here.sharesPeerWith(there);
    }

    private void conflict(Draft draft, VrrpSpec spec, VrrpSpec other) {
        String where = spec.isUnicast() ? "with one of its peers"
                : "on " + spec.interfaceName().orElse("no interface");
        draft.last(InstanceKeywords.VIRTUAL_ROUTER_ID).ifPresent(entry -> report
                .add(Problem.DUPLICATE_VRID, entry.place(), "VRID " + spec.virtualRouterId() + " " + where
                        + " is that of instance " + other.name() + " already")
                .so("both would answer each other's advertisements, so the configuration is refused")
                .hinting("give " + spec.name() + " another virtual_router_id, the same on all its routers").done());
    }
}
