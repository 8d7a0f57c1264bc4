package io.holdfast.config.track;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.track.LinkDelay;
import io.holdfast.track.PolledLink;
import io.holdfast.track.PolledLink.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the state of links is learnt (12; `vrrp.md` 6.2).
final class LinkTrackers {
    private final Host host;
    private final boolean dynamicInterfaces;
    private final Reporter report;

    LinkTrackers(Host host, boolean dynamicInterfaces, Reporter report) {
        this.host = host;
        this.dynamicInterfaces = dynamicInterfaces;
        this.report = report;
    }

    List<LinkDelay> delays(Draft root) {
        List<LinkDelay> delays = new ArrayList<>();
        for (Entry<List<Draft>> list : root.all(TrackRoot.INTERFACE_UP_DOWN_DELAYS)) {
            for (Draft line : list.value()) {
                LinkDelay delay = line.value(LinkKeywords.DELAY).orElseThrow();
                if (isThere(delay.interfaceName(), line.header().place())) {
                    delays.add(delay);
                }
            }
        }
        return delays;
    }

    List<PolledLink> polled(Draft root) {
        List<PolledLink> polled = new ArrayList<>();
        for (Entry<List<Draft>> list : root.all(TrackRoot.LINKBEAT_INTERFACES)) {
            for (Draft line : list.value()) {
                String name = line.value(LinkKeywords.INTERFACE).orElseThrow();
                if (isThere(name, line.header().place())) {
                    polled.add(new PolledLink(name, method(line)));
                }
            }
        }
        return polled;
    }

    private static Optional<Method> method(Draft line) {
        if (line.has(LinkKeywords.MII)) {
            return Optional.of(Method.MII);
        }
        if (line.has(LinkKeywords.ETHTOOL)) {
            return Optional.of(Method.ETHTOOL);
        }
        return line.has(LinkKeywords.IOCTL) ? Optional.of(Method.IOCTL) : Optional.empty();
    }

    private boolean isThere(String name, Place place) {
        if (dynamicInterfaces || host.hasInterface(name)) {
            return true;
        }
        report.add(Problem.ABSENT_LINK, place, "there is no interface " + Shown.text(name)).so("the line is left out")
                .hinting("ip link shows the names there are; dynamic_interfaces in global_defs allows absent ones")
                .done();
        return false;
    }
}
