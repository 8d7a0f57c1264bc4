package io.holdfast.config.plan;

import io.holdfast.config.Configuration;
import io.holdfast.config.plan.PlannedInstance.Kind;
import io.holdfast.node.ReloadPlan;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A [ReloadPlan] and what surrounds it, in the operator's words: printed before a reload, and repeated by the log.
///
/// @param needsRestart a keyword that differs and cannot take effect at a reload, which is refused because of it
/// @param global       what differs in `global_defs` and at the top level
/// @param instances    removed ones first, then all there are afterwards, in configuration order
public record PlanDescription(Optional<String> needsRestart, List<SettingChange> global,
        List<PlannedInstance> instances) {

    public PlanDescription {
        global = List.copyOf(global);
        instances = List.copyOf(instances);
    }

    public static PlanDescription between(Configuration before, Configuration after) {
        ReloadPlan plan = ReloadPlan.between(before.node(), after.node());
        return new PlanDescription(Configuration.changeNeedingRestart(before.global(), after.global()),
                GlobalChanges.between(before, after),
                instances(plan, after));
    }

    private static List<PlannedInstance> instances(ReloadPlan plan, Configuration after) {
        Map<String, PlannedInstance> planned = new HashMap<>();
        Map<String, VrrpSpec> added = new HashMap<>();
        plan.kept().forEach(spec -> planned.put(spec.name(), PlannedInstance.kept(spec)));
        plan.changed().forEach(change -> planned.put(change.after().name(), PlannedInstance.changed(change)));
        plan.added().forEach(spec -> added.put(spec.name(), spec));
        plan.added().forEach(spec -> planned.put(spec.name(), PlannedInstance.added(spec)));
        List<PlannedInstance> instances = new ArrayList<>();
        for (VrrpSpec removed : plan.removed()) {
            VrrpSpec successor = added.get(removed.name());
            if (successor == null) {
                instances.add(PlannedInstance.removed(removed));
            } else {
                planned.put(removed.name(), PlannedInstance.replaced(removed, successor));
            }
        }
        for (VrrpSpec spec : after.node().instances()) {
            instances.add(Objects.requireNonNull(planned.get(spec.name())));
        }
        return instances;
    }

    public int count(Kind kind) {
        return (int) instances.stream().filter(instance -> instance.kind() == kind).count();
    }

    /// Whether the reload changes nothing at all.
    public boolean isEmpty() {
        return global.isEmpty() && count(Kind.KEPT) == instances.size();
    }

    /// A line for each instance that is touched, none for the others, and a summary.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        needsRestart.ifPresent(word -> lines.add("refused: cannot change " + word + " at a reload; please restart"));
        if (!global.isEmpty()) {
            lines.add("global settings changed: " + SettingChange.texts(global));
        }
        for (PlannedInstance instance : instances) {
            if (instance.kind() != Kind.KEPT) {
                lines.add(instance.line());
            }
        }
        lines.add(summary());
        return lines;
    }

    /// How many instances of each kind there are.
    public String summary() {
        StringBuilder text = new StringBuilder("instances: " + count(Kind.KEPT) + " untouched");
        addCount(text, Kind.CHANGED, " changed");
        addCount(text, Kind.REPLACED, " replaced");
        addCount(text, Kind.ADDED, " added");
        addCount(text, Kind.REMOVED, " removed");
        return text.toString();
    }

    private void addCount(StringBuilder text, Kind kind, String word) {
        if (count(kind) > 0) {
            text.append(", ").append(count(kind)).append(word);
        }
    }
}
