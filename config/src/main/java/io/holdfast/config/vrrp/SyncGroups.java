package io.holdfast.config.vrrp;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.table.Suggestions;
import io.holdfast.config.table.Syntax.Placed;
import io.holdfast.config.text.Word;
import io.holdfast.track.TrackGroupSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which instances belong to which group (8.5, 15.2, 15.3). Instances may be defined behind their group.
final class SyncGroups {
    private final Set<String> instances = new HashSet<>();
    private final Reporter report;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Group> byMember = new HashMap<>();

    /// A sync group with at least one member.
    record Group(String name, Draft draft, List<String> members) {
        /// Whether weights that members give their own trackers count.
        boolean keepsWeights() {
            return draft.has(SyncGroupKeywords.SYNC_GROUP_TRACKING_WEIGHT)
                    || draft.has(SyncGroupKeywords.GLOBAL_TRACKING);
        }

        Optional<Boolean> priorityChanges() {
            return draft.value(SyncGroupKeywords.NOTIFY.priorityChanges);
        }
    }

    SyncGroups(Draft root, Reporter report) {
        this.report = report;
        for (Entry<Draft> entry : root.all(VrrpRoot.VRRP_INSTANCE)) {
            instances.add(InstanceAssembly.nameOf(entry.value()));
        }
        for (Entry<Draft> entry : root.all(VrrpRoot.VRRP_SYNC_GROUP)) {
            add(entry.value());
        }
    }

    List<Group> all() {
        return groups;
    }

    /// The group of an instance.
    Optional<Group> of(String instance) {
        return Optional.ofNullable(byMember.get(instance));
    }

    private void add(Draft draft) {
        String name = InstanceAssembly.nameOf(draft);
        Optional<List<Placed<String>>> words = list(draft, SyncGroupKeywords.GROUP, "vrrp_sync_group " + name);
        if (words.isEmpty()) {
            return;
        }
        Group group = new Group(name, draft, new ArrayList<>());
        for (Placed<String> word : words.get()) {
            join(word, group);
        }
        if (group.members().isEmpty()) {
            lost(draft.header(), "vrrp_sync_group " + name + " has no member left", "it is left out");
            return;
        }
        if (group.members().size() == 1) {
            report.add(Problem.LONE_MEMBER, draft.header().place(), "vrrp_sync_group " + name + " has a single member")
                    .so("there is nobody to change state together with").done();
        }
        Optional<Entry<Boolean>> old = draft.last(SyncGroupKeywords.GLOBAL_TRACKING);
        if (old.isPresent()) {
            report.add(Problem.OLD_NAME, old.get().word().place(),
                    "global_tracking was replaced by track_ blocks in the group").so("it is used")
                    .hinting("sync_group_tracking_weight does the same").done();
        }
        groups.add(group);
    }

    /// The one list of names of a group.
    private Optional<List<Placed<String>>> list(Draft draft, Keyword<List<Placed<String>>> keyword, String who) {
        List<Entry<List<Placed<String>>>> lists = draft.all(keyword);
        if (lists.size() > 1) {
            lost(lists.get(1).word(), "there is a list of members already",
                    "all of " + who + " is left out, as keepalived does");
            return Optional.empty();
        }
        if (lists.isEmpty() || lists.get(0).value().isEmpty()) {
            lost(draft.header(), who + " names no member", "it is left out");
            return Optional.empty();
        }
        return Optional.of(lists.get(0).value());
    }

    private void lost(Word word, String message, String so) {
        report.add(Problem.SYNC_GROUP, word.place(), message).so(so)
                .hinting(message.contains("already") ? "write all names into one group { ... }" : "").done();
    }

    private void join(Placed<String> word, Group group) {
        String member = word.value();
        Group other = byMember.get(member);
        if (!instances.contains(member)) {
            stranger(Problem.SYNC_MEMBER, word);
        } else if (other != null) {
            report.add(Problem.SYNC_MEMBER, word.place(), "instance " + member + " is in vrrp_sync_group "
                    + other.name() + " already").so("the name is ignored").done();
        } else {
            byMember.put(member, group);
            group.members().add(member);
        }
    }

    private void stranger(Problem problem, Placed<String> word) {
        String near = Suggestions.nearest(instances, word.value());
        report.add(problem, word.place(), "there is no instance " + report.shown(word.value(), word.place()))
                .so("the name is ignored")
                .hinting(near.isEmpty() ? "" : "did you mean " + near + "?").done();
    }

    /// The groups that static entries refer to.
    List<TrackGroupSpec> trackGroups(Draft root) {
        List<TrackGroupSpec> specs = new ArrayList<>();
        for (Entry<Draft> entry : root.all(VrrpRoot.TRACK_GROUP)) {
            String name = InstanceAssembly.nameOf(entry.value());
            Optional<List<Placed<String>>> words = list(entry.value(), TrackGroupKeywords.GROUP, "track_group " + name);
            List<String> members = new ArrayList<>();
            for (Placed<String> word : words.isEmpty() ? List.<Placed<String>>of() : words.get()) {
                if (instances.contains(word.value())) {
                    members.add(word.value());
                } else {
                    stranger(Problem.TRACK_GROUP_MEMBER, word);
                }
            }
            if (!members.isEmpty()) {
                specs.add(new TrackGroupSpec(name, members));
            } else if (words.isPresent()) {
                report.add(Problem.TRACK_GROUP_MEMBER, entry.value().header().place(), "track_group " + name
                        + " has no member left").so("it is left out").done();
            }
        }
        return specs;
    }
}
