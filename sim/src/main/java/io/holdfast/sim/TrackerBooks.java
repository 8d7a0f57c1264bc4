package io.holdfast.sim;

import io.holdfast.node.AttachedSpec;
import io.holdfast.node.InstanceStatus;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.node.SurroundingsSpec;
import io.holdfast.node.SyncGroupSpec;
import io.holdfast.track.Condition;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything a daemon was told of what it tracks, and what that has to come to; worked out beside the core.
final class TrackerBooks {
    private Map<String, ScriptBook> scripts = new LinkedHashMap<>();
    private Map<String, ProcessBook> processes = new LinkedHashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    private final Set<String> configuredFiles = new HashSet<>();
    private final Map<String, TrackList> tracked = new HashMap<>();
    private final LinkBook links = new LinkBook();
    private boolean running;

    /// @param now on the machine's own clock
    void configure(NodeSpec spec, long now) {
        SurroundingsSpec surroundings = spec.surroundings();
        tracked.clear();
        for (VrrpSpec instance : spec.instances()) {
            tracked.put(instance.name(), trackedBy(surroundings, instance.name()));
        }
        links.configure(surroundings.trackers().delays());
        configureScripts(surroundings.trackers().scripts(), now);
        Map<String, ProcessBook> processesBefore = processes;
        processes = new LinkedHashMap<>();
        for (ProcessSpec process : surroundings.trackers().processes()) {
            ProcessBook book = Optional.ofNullable(processesBefore.get(process.name()))
                    .orElseGet(() -> new ProcessBook(process));
            book.reconfigure(process);
            processes.put(process.name(), book);
        }
        configuredFiles.clear();
        surroundings.trackers().files().forEach(file -> configuredFiles.add(file.name()));
        files.keySet().retainAll(configuredFiles);
    }

    private void configureScripts(List<ScriptSpec> configured, long now) {
        Set<String> used = new HashSet<>();
        tracked.values().forEach(list -> list.scripts().forEach(one -> used.add(one.name())));
        Map<String, ScriptBook> before = scripts;
        scripts = new LinkedHashMap<>();
        for (ScriptSpec script : configured) {
            if (used.contains(script.name())) {
                ScriptBook book = Optional.ofNullable(before.get(script.name()))
                        .orElseGet(() -> new ScriptBook(script, running ? now : Long.MAX_VALUE));
                book.reconfigure(script);
                scripts.put(script.name(), book);
            }
        }
    }

    /// Own trackers and those of the sync group; what both track counts as the group says, unless the instance makes a
    /// fault of it (`vrrp.md` 5.2).
    private static TrackList trackedBy(SurroundingsSpec surroundings, String instance) {
        TrackList own = surroundings.instances().stream().filter(one -> one.instance().equals(instance))
                .map(AttachedSpec::tracked).findFirst().orElse(TrackList.NONE);
        TrackList group = surroundings.syncGroups().stream().filter(one -> one.members().contains(instance))
                .map(SyncGroupSpec::tracked).findFirst().orElse(TrackList.NONE);
        return new TrackList(both(own.interfaces(), group.interfaces()), both(own.scripts(), group.scripts()),
                both(own.files(), group.files()), both(own.processes(), group.processes()), List.of());
    }

    private static List<Tracked> both(List<Tracked> own, List<Tracked> group) {
        Map<String, Tracked> all = new LinkedHashMap<>();
        group.forEach(one -> all.put(one.name(), one));
        for (Tracked one : own) {
            if (one.weight().amount() == 0 || !all.containsKey(one.name())) {
                all.put(one.name(), one);
            }
        }
        return List.copyOf(all.values());
    }

    /// @param users the instances before the event
    void told(NodeEvent event, List<InstanceStatus> users, long now) {
        switch (event) {
            case NodeEvent.Started _ -> {
                running = true;
                List<ScriptSpec> known = scripts.values().stream().map(ScriptBook::spec).toList();
                scripts = new LinkedHashMap<>();
                known.forEach(script -> scripts.put(script.name(), new ScriptBook(script, now)));
            }
            case NodeEvent.ScriptEnded(var script, var result) -> {
                ScriptBook book = scripts.get(script.name());
                if (book != null) {
                    book.ended(result.isSuccess());
                }
            }
            case NodeEvent.FileRead(var file, int value) -> {
                if (configuredFiles.contains(file)) {
                    files.put(file, value);
                }
            }
            case NodeEvent.ProcessesCounted(var process, int count) -> {
                ProcessBook book = processes.get(process);
                if (book != null) {
                    book.counted(count, now);
                }
            }
            default -> links.told(event, users, now);
        }
    }

    /// A timer fires.
    ///
    /// @param toRun to which the scripts that have to run are added
    /// @return whether anything but an election may be different now
    boolean fires(long now, List<String> toRun) {
        boolean any = links.fires(now);
        for (ProcessBook process : processes.values()) {
            any |= process.fires(now);
        }
        for (ScriptBook script : scripts.values()) {
            if (script.fires(now)) {
                toRun.add(script.spec().name());
            }
        }
        return any;
    }

    /// When the next of the timers has to fire.
    long due() {
        long due = links.due();
        for (ProcessBook process : processes.values()) {
            due = Math.min(due, process.due());
        }
        for (ScriptBook script : scripts.values()) {
            due = Math.min(due, script.due());
        }
        return due;
    }

    LinkBook links() {
        return links;
    }

    /// What it all comes to for one instance (`vrrp.md` 6.1).
    ///
    /// @param trusted whether a script that has not said anything yet counts as content
    Sum sum(VrrpSpec instance, boolean trusted) {
        TrackList list = tracked.getOrDefault(instance.name(), TrackList.NONE);
        List<String> faults = new ArrayList<>();
        int total = instance.priority();
        boolean pending = false;
        for (Tracked one : list.interfaces()) {
            total += add(one, links.isUp(one.name()) ? Condition.UP : Condition.DOWN, faults);
        }
        for (Tracked one : list.processes()) {
            total += add(one, Optional.ofNullable(processes.get(one.name())).map(ProcessBook::condition)
                    .orElse(Condition.UNKNOWN), faults);
        }
        for (Tracked one : list.scripts()) {
            Condition condition = Optional.ofNullable(scripts.get(one.name())).map(ScriptBook::condition)
                    .orElse(Condition.UNKNOWN);
            condition = condition == Condition.UNKNOWN && trusted ? Condition.UP : condition;
            pending |= condition == Condition.UNKNOWN && one.weight().amount() == 0;
            total += add(one, condition, faults);
        }
        for (Tracked one : list.files()) {
            if (files.containsKey(one.name())) {
                total += addFile(one, files.getOrDefault(one.name(), 0), faults);
            }
        }
        return new Sum(Math.max(1, Math.min(254, total)), faults, pending);
    }

    /// @param priority from 1 to 254
    /// @param pending  whether a script that decides over fault or not has yet to say something
    record Sum(int priority, List<String> faults, boolean pending) {}

    private static int add(Tracked one, Condition condition, List<String> faults) {
        int weight = one.weight().amount();
        int sign = one.weight().reverse() ? -1 : 1;
        if (weight == 0 && condition == (sign < 0 ? Condition.UP : Condition.DOWN)) {
            faults.add(one.name());
        }
        boolean counts = (weight > 0 && condition == Condition.UP) || (weight < 0 && condition == Condition.DOWN);
        return counts ? sign * weight : 0;
    }

    private static int addFile(Tracked one, int value, List<String> faults) {
        int weight = one.weight().amount();
        boolean reverse = one.weight().reverse();
        long product = (long) value * weight * (reverse ? -1 : 1);
        if (weight == 0 ? value != 0 != reverse : product <= -254) {
            faults.add(one.name());
            return 0;
        }
        return (int) Math.min(253, product);
    }
}
