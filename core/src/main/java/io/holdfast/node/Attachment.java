package io.holdfast.node;

import io.holdfast.notify.NotifySpec;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives each instance what is attached to it: what it tracks, and who is told of it.
final class Attachment {
    private Attachment() {}

    /// @param instances that know their sync groups
    static void attach(SurroundingsSpec surroundings, List<Instance> instances) {
        Map<String, AttachedSpec> byName = HashMap.newHashMap(surroundings.instances().size());
        for (AttachedSpec attached : surroundings.instances()) {
            byName.put(attached.instance(), attached);
        }
        for (Instance instance : instances) {
            AttachedSpec attached = byName.get(instance.spec().name());
            instance.tracked = attached == null ? TrackList.NONE : attached.tracked();
            instance.notifications = attached == null ? NotifySpec.NONE : attached.notifications();
            if (instance.group.isPresent()) {
                instance.tracked = together(instance.tracked, instance.group.get().spec().tracked());
            }
        }
    }

    private static TrackList together(TrackList own, TrackList group) {
        return new TrackList(together(own.interfaces(), group.interfaces()), together(own.scripts(), group.scripts()),
                together(own.files(), group.files()), together(own.processes(), group.processes()),
                together(own.bfds(), group.bfds()));
    }

    /// What is tracked on both levels counts as the group says, unless the instance makes a fault of it
    /// (`vrrp.md` 5.2).
    private static List<Tracked> together(List<Tracked> own, List<Tracked> group) {
        List<Tracked> all = new ArrayList<>();
        for (Tracked one : own) {
            if (!one.weight().isArithmetic() || !contains(group, one.name())) {
                all.add(one);
            }
        }
        for (Tracked one : group) {
            if (!contains(all, one.name())) {
                all.add(one);
            }
        }
        return all;
    }

    private static boolean contains(List<Tracked> tracked, String name) {
        for (Tracked one : tracked) {
            if (one.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
