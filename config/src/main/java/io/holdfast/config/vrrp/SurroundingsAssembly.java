package io.holdfast.config.vrrp;

import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.host.Host;
import io.holdfast.config.script.ScriptAssembly;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.track.TrackAssembly;
import io.holdfast.config.track.TrackListAssembly;
import io.holdfast.config.track.WeightRules;
import io.holdfast.config.vrrp.SyncGroups.Group;
import io.holdfast.node.AttachedSpec;
import io.holdfast.node.SurroundingsSpec;
import io.holdfast.node.SyncGroupSpec;
import io.holdfast.track.TrackList;
import io.holdfast.track.TrackerSpec;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a [SurroundingsSpec] of everything that is not a part of the elections themselves.
public final class SurroundingsAssembly {
    private final Draft root;
    private final TrackAssembly trackers;
    private final TrackListAssembly lists;
    private final WeightRules weights;
    private final NotifyAssembly notifications;
    private final LinkAssembly links;
    private final List<AttachedSpec> attached = new ArrayList<>();
    private final Set<String> owners = new HashSet<>();
    private final TrackerSpec watched;
    private final SyncGroups groups;

    /// Begins with what instances refer to: trackers and sync groups.
    public SurroundingsAssembly(Draft root, Draft global, Host host, ScriptAssembly scripts,
            Reporter report) {
        this.root = root;
        trackers = new TrackAssembly(root, global, host, scripts, report);
        lists = new TrackListAssembly(trackers, host, global.has(GlobalKeywords.DYNAMIC_INTERFACES), report);
        weights = new WeightRules(report);
        notifications = new NotifyAssembly(global, scripts);
        links = new LinkAssembly(global, report);
        watched = trackers.spec();
        groups = new SyncGroups(root, report);
    }

    /// Adds what is attached to an instance.
    public void attach(Draft draft, VrrpSpec spec) {
        String name = spec.name();
        Optional<Group> group = groups.of(name);
        TrackList tracked = lists.list(draft, InstanceKeywords.TRACKED, "instance " + name, spec.interfaceName());
        if (spec.isOwner()) {
            owners.add(name);
        }
        if (spec.isOwner() || (group.isPresent() && !group.get().keepsWeights())) {
            tracked = weights.ofInstance(draft, InstanceKeywords.TRACKED, tracked, name, spec.isOwner());
        }
        Optional<Boolean> changes = group.isEmpty() ? Optional.empty() : group.get().priorityChanges();
        attached.add(new AttachedSpec(name, tracked, notifications.ofInstance(draft, name, changes),
                links.spec(draft, spec)));
    }

    /// All of it, once every instance is attached.
    public SurroundingsSpec finish() {
        List<SyncGroupSpec> specs = new ArrayList<>();
        for (Group group : groups.all()) {
            specs.add(spec(group));
        }
        trackers.reportUnused(lists.usedScripts());
        return new SurroundingsSpec(watched, attached, specs, groups.trackGroups(root));
    }

    private SyncGroupSpec spec(Group group) {
        TrackList tracked = lists.list(group.draft(), SyncGroupKeywords.TRACKED, "vrrp_sync_group " + group.name(),
                Optional.empty());
        for (String member : group.members()) {
            if (owners.contains(member)) {
                tracked = weights.ofGroup(group.draft(), SyncGroupKeywords.TRACKED, tracked, group.name());
                break;
            }
        }
        return new SyncGroupSpec(group.name(), group.members(), tracked,
                notifications.ofGroup(group.draft(), group.name()), group.keepsWeights());
    }
}
