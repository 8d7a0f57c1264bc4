package io.holdfast.node;

import io.holdfast.track.Condition;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import io.holdfast.vrrp.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the trackers come to for one instance (`vrrp.md` 6.1).
///
/// @param priority the effective priority
/// @param faults   what keeps the instance from working
/// @param pending  whether a script that decides over fault or not has yet to say something
/// @param unknown  whether any script has
/// @param reckoning how the priority comes about, in words: `base 100, script chk_nginx -20`
record Standing(int priority, List<Fault> faults, boolean pending, boolean unknown, String reckoning) {

    static Standing of(Instance instance, Trackers trackers, LinkTable links) {
        if (instance.tracked.isEmpty()) {
            return new Standing(instance.spec().priority(), List.of(), false, false, "");
        }
        return new Sum(instance, trackers, links).standing();
    }

    private static final class Sum {
        private final Instance instance;
        private final Trackers trackers;
        private final LinkTable links;
        private final List<Fault> faults = new ArrayList<>();
        private final StringBuilder reckoning = new StringBuilder("base ");
        private int sum;
        private boolean pending;
        private boolean unknown;

        private Sum(Instance instance, Trackers trackers, LinkTable links) {
            this.instance = instance;
            this.trackers = trackers;
            this.links = links;
        }

        private Standing standing() {
            reckoning.append(instance.spec().priority());
            TrackList tracked = instance.tracked;
            for (Tracked one : tracked.interfaces()) {
                Optional<Link> link = links.byName(one.name());
                boolean up = link.isPresent() && link.get().up();
                if (one.weight().isFault(up ? Condition.UP : Condition.DOWN)) {
                    faults.add(new Fault(up ? Fault.Reason.TRACKED_UP : Fault.Reason.TRACKED_DOWN, one.name()));
                } else {
                    count("interface ", one.name(), one.weight().contribution(up ? Condition.UP : Condition.DOWN));
                }
            }
            for (Tracked one : tracked.scripts()) {
                add(one);
            }
            for (Tracked one : tracked.processes()) {
                Condition condition = trackers.process(one.name());
                if (one.weight().isFault(condition)) {
                    faults.add(new Fault(Fault.Reason.PROCESS,
                            one.name() + ", " + trackers.processCount(one.name()) + " running"));
                } else {
                    count("process ", one.name(), one.weight().contribution(condition));
                }
            }
            for (Tracked one : tracked.files()) {
                add(one, trackers.file(one.name()));
            }
            return new Standing(priority(), List.copyOf(faults), pending, unknown, reckoning.toString());
        }

        /// Who goes on as master where another process ended was master with its scripts' blessing.
        private void add(Tracked script) {
            Condition condition = trackers.script(script.name());
            unknown |= condition == Condition.UNKNOWN;
            if (condition == Condition.UNKNOWN && instance.resumed) {
                condition = Condition.UP;
            }
            pending |= condition == Condition.UNKNOWN && !script.weight().isArithmetic();
            if (script.weight().isFault(condition)) {
                faults.add(new Fault(Fault.Reason.SCRIPT, script.name() + (condition == Condition.DOWN
                        ? ", " + trackers.lastResult(script.name()) : ", which succeeds and must not")));
            } else {
                count("script ", script.name(), script.weight().contribution(condition));
            }
        }

        private void add(Tracked file, OptionalInt number) {
            if (number.isEmpty()) {
                return;
            }
            if (file.weight().isFaultAt(number.getAsInt())) {
                faults.add(new Fault(Fault.Reason.FILE, file.name() + ", which says " + number.getAsInt()));
            } else {
                count("file ", file.name(), file.weight().contributionOf(number.getAsInt()));
            }
        }

        private void count(String kind, String name, int contribution) {
            sum += contribution;
            if (contribution != 0) {
                reckoning.append(", ").append(kind).append(name).append(contribution > 0 ? " +" : " ")
                        .append(contribution);
            }
        }

        private int priority() {
            return instance.spec().isOwner() ? Priority.OWNER
                    : Math.clamp(instance.spec().priority() + sum, 1, Priority.HIGHEST_BACKUP);
        }
    }
}
