package io.holdfast.config.global;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.node.PacingSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes a [PacingSpec] of `vrrp_garp_interval`, `vrrp_gna_interval` and the `garp_group` blocks (`vrrp.md` 4.3).
public final class PacingAssembly {
    private final Draft global;
    private final Host host;
    private final Reporter report;
    private final Set<String> taken = new HashSet<>();

    public PacingAssembly(Draft global, Host host, Reporter report) {
        this.global = global;
        this.host = host;
        this.report = report;
    }

    public PacingSpec spec(Draft root) {
        List<PacingSpec.Group> groups = new ArrayList<>();
        for (Entry<Draft> entry : root.all(GlobalRoot.GARP_GROUP)) {
            Draft draft = entry.value();
            PacingSpec.Group group = new PacingSpec.Group(interfaces(draft),
                    draft.value(GarpGroupKeywords.GARP_INTERVAL, Duration.ZERO),
                    draft.value(GarpGroupKeywords.GNA_INTERVAL, Duration.ZERO));
            if (!draft.has(GarpGroupKeywords.GARP_INTERVAL) && !draft.has(GarpGroupKeywords.GNA_INTERVAL)) {
                report.add(Problem.GARP_GROUP, draft.header().place(), "this garp_group has no interval")
                        .so("it is left out").hinting("add garp_interval or gna_interval and a number of seconds")
                        .done();
                group.interfaces().forEach(taken::remove);
            } else if (group.interfaces().isEmpty()) {
                report.add(Problem.INERT, draft.header().place(), "this garp_group has no interface")
                        .so("it has no effect").hinting("add interfaces { ... } with the names, as ip link shows them")
                        .done();
            } else {
                groups.add(group);
            }
        }
        return new PacingSpec(global.value(GlobalKeywords.GARP_INTERVAL, Duration.ZERO),
                global.value(GlobalKeywords.GNA_INTERVAL, Duration.ZERO), groups);
    }

    private List<String> interfaces(Draft draft) {
        List<String> interfaces = new ArrayList<>();
        for (Entry<String> entry : draft.all(GarpGroupKeywords.INTERFACE)) {
            add(interfaces, entry.value(), entry.place());
        }
        for (Entry<List<Draft>> list : draft.all(GarpGroupKeywords.INTERFACES)) {
            for (Draft line : list.value()) {
                add(interfaces, line.value(GarpGroupKeywords.NAME).orElseThrow(), line.header().place());
            }
        }
        return interfaces;
    }

    private void add(List<String> interfaces, String name, Place place) {
        if (!global.has(GlobalKeywords.DYNAMIC_INTERFACES) && !host.hasInterface(name)) {
            report.add(Problem.UNKNOWN_INTERFACE, place, "there is no interface " + Shown.text(name))
                    .so("keepalived gives up at this point, so the configuration is refused")
                    .hinting("ip link shows the names there are; dynamic_interfaces in global_defs allows absent ones")
                    .done();
        } else if (taken.add(name)) {
            interfaces.add(name);
        } else {
            report.add(Problem.GARP_GROUP, place, "interface " + Shown.text(name) + " is in a garp_group already")
                    .so("it stays in the first one").done();
        }
    }
}
