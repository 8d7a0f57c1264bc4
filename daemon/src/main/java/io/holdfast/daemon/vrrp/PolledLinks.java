package io.holdfast.daemon.vrrp;

import io.holdfast.daemon.watch.Report;
import io.holdfast.linux.route.LinkInfo;
import io.holdfast.track.PolledLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Interfaces whose carrier is asked for (`vrrp.md` 6.2): what the kernel says of it does not count, only what they
/// answered. That somebody switched an interface off counts at once all the same.
final class PolledLinks {
    /// They have no carrier of their own to be asked for.
    private static final Set<String> STACKED = Set.of("macvlan", "macvtap", "ipvlan", "ipvtap");

    private Set<String> names = Set.of();
    private final Map<String, Boolean> answers = new HashMap<>();
    private final Map<String, LinkInfo> links = new HashMap<>();

    /// @return those that are polled no longer
    List<LinkInfo> change(List<PolledLink> polled) {
        Set<String> wanted = new HashSet<>();
        for (PolledLink link : polled) {
            wanted.add(link.interfaceName());
        }
        List<LinkInfo> others = new ArrayList<>();
        for (LinkInfo link : links.values()) {
            if (!wanted.contains(link.name())) {
                others.add(link);
            }
        }
        names = wanted;
        answers.keySet().retainAll(names);
        links.keySet().retainAll(names);
        return others;
    }

    /// Whether an interface is switched on and has a carrier.
    boolean isUp(LinkInfo link) {
        if (!names.contains(link.name()) || STACKED.contains(link.kind())) {
            return link.isUp() && link.isRunning();
        }
        links.put(link.name(), link);
        return link.isUp() && answers.getOrDefault(link.name(), link.isRunning());
    }

    /// Keeps an answer.
    ///
    /// @return the interface it is about; empty if that is not known yet, or not asked any more
    Optional<LinkInfo> answered(Report.LinkPolled report) {
        if (!names.contains(report.interfaceName())) {
            return Optional.empty();
        }
        answers.put(report.interfaceName(), report.up());
        return Optional.ofNullable(links.get(report.interfaceName()));
    }

    /// An interface is gone.
    void forget(LinkInfo link) {
        links.remove(link.name());
    }
}
