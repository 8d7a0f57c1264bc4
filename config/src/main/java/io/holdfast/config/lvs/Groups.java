package io.holdfast.config.lvs;

import io.holdfast.base.Family;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.lvs.ServerGroupSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The groups of a configuration (1.2). Of several with one name, the first is meant (8.5).
final class Groups {
    private final Map<String, Members> byName = new LinkedHashMap<>();

    /// A group, and what of a virtual server's settings it decides.
    ///
    /// @param v4       it has IPv4 addresses or marks
    /// @param v6       it has IPv6 addresses or marks
    /// @param marks    it has marks
    /// @param ports    the ports of its addresses, 0 for one without
    record Members(ServerGroupSpec spec, boolean v4, boolean v6, boolean marks, List<Integer> ports) {
        /// The family that all of it has.
        Optional<Family> family() {
            return v4 == v6 ? Optional.empty() : Optional.of(v4 ? Family.IPV4 : Family.IPV6);
        }

        boolean isOfBothFamilies() {
            return v4 && v6;
        }

        boolean isOfMarksOnly() {
            return ports.isEmpty();
        }
    }

    Groups(Draft root, Reporter report) {
        for (Entry<Draft> entry : root.all(LvsRoot.VIRTUAL_SERVER_GROUP)) {
            add(entry.value(), report);
        }
    }

    Optional<Members> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<ServerGroupSpec> all() {
        List<ServerGroupSpec> all = new ArrayList<>();
        for (Members group : byName.values()) {
            all.add(group.spec());
        }
        return all;
    }

    private void add(Draft draft, Reporter report) {
        String name = draft.value(GroupKeywords.NAME, "");
        List<ServerGroupSpec.Entry> addresses = new ArrayList<>();
        List<ServerGroupSpec.Entry> marks = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        boolean v4 = false;
        boolean v6 = false;
        boolean open = false;
        for (Entry<ServerGroupSpec.Entry> entry : draft.all(GroupKeywords.IP)) {
            addresses.add(entry.value());
            if (entry.value() instanceof ServerGroupSpec.Entry.Addresses range) {
                v4 |= range.first().isV4();
                v6 |= !range.first().isV4();
                ports.add(range.port());
            }
        }
        for (Entry<ServerGroupSpec.Entry> entry : draft.all(GroupKeywords.FWMARK)) {
            marks.add(entry.value());
            if (entry.value() instanceof ServerGroupSpec.Entry.Mark mark) {
                v4 |= mark.family().isPresent() && mark.family().get() == Family.IPV4;
                v6 |= mark.family().isPresent() && mark.family().get() == Family.IPV6;
                open |= mark.family().isEmpty();
            }
        }
        String wrong = addresses.size() + marks.size() == 0 ? "virtual_server_group " + name + " has no entry"
                : v4 && v6 && open ? "a group of both families needs a family behind each fwmark" : "";
        if (!wrong.isEmpty()) {
            report.add(Problem.GROUP_LEFT_OUT, draft.header().place(), wrong)
                    .so("virtual_server_group " + name + " is left out").done();
            return;
        }
        // In the order in which IPVS is told (1.2).
        addresses.addAll(marks);
        byName.putIfAbsent(name, new Members(new ServerGroupSpec(name, addresses), v4, v6, !marks.isEmpty(), ports));
    }
}
