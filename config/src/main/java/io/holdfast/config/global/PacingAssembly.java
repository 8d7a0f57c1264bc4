package io.holdfast.config.global;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
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
    private PacingAssembly() {}

    public static PacingSpec spec(Draft root, Draft global, Reporter report) {
        List<PacingSpec.Group> groups = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Entry<Draft> entry : root.all(GlobalRoot.GARP_GROUP)) {
            Draft draft = entry.value();
            PacingSpec.Group group = new PacingSpec.Group(interfaces(draft, taken, report),
                    draft.value(GarpGroupKeywords.GARP_INTERVAL, Duration.ZERO),
                    draft.value(GarpGroupKeywords.GNA_INTERVAL, Duration.ZERO));
            if (group.arp().isZero() && group.na().isZero()) {
                drop(draft, "no interval", "add garp_interval or gna_interval and a number of seconds", report);
                group.interfaces().forEach(taken::remove);
            } else if (group.interfaces().isEmpty()) {
                drop(draft, "no interface", "add interfaces { ... } with the names, as ip link shows them", report);
            } else {
                groups.add(group);
            }
        }
        return new PacingSpec(global.value(GlobalKeywords.GARP_INTERVAL, Duration.ZERO),
                global.value(GlobalKeywords.GNA_INTERVAL, Duration.ZERO), groups);
    }

    private static List<String> interfaces(Draft draft, Set<String> taken, Reporter report) {
        List<String> interfaces = new ArrayList<>();
        for (Entry<String> entry : draft.all(GarpGroupKeywords.INTERFACE)) {
            add(interfaces, entry.value(), entry.place(), taken, report);
        }
        for (Entry<List<Draft>> list : draft.all(GarpGroupKeywords.INTERFACES)) {
            for (Draft line : list.value()) {
                add(interfaces, line.value(GarpGroupKeywords.NAME).orElseThrow(), line.header().place(), taken, report);
            }
        }
        return interfaces;
    }

    private static void add(List<String> interfaces, String name, Place place, Set<String> taken, Reporter report) {
        if (taken.add(name)) {
            interfaces.add(name);
        } else {
            report.add(Problem.GARP_GROUP, place, "interface " + Shown.text(name) + " is in a garp_group already")
                    .so("it stays in the first one").done();
        }
    }

    private static void drop(Draft draft, String lack, String hint, Reporter report) {
        report.add(Problem.GARP_GROUP, draft.header().place(), "this garp_group has " + lack)
                .so("it is left out").hinting(hint).done();
    }
}
