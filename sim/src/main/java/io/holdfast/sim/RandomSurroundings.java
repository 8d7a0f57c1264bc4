package io.holdfast.sim;

import io.holdfast.node.AttachedSpec;
import io.holdfast.node.SurroundingsSpec;
import io.holdfast.node.SyncGroupSpec;
import io.holdfast.notify.NotifySpec;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import io.holdfast.track.FileSpec;
import io.holdfast.track.LinkDelay;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import io.holdfast.track.TrackerSpec;
import io.holdfast.track.Weight;
import io.holdfast.vrrp.LinkSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/// Draws what surrounds the instances of a machine: trackers of every kind, and a sync group; and what happens to the
/// things that are tracked.
final class RandomSurroundings {
    private static final List<String> SCRIPTS = List.of("chk_a", "chk_b", "chk_c");
    private static final List<String> FILES = List.of("file_a", "file_b");
    private static final List<String> PROCESSES = List.of("nginx", "named");
    private static final List<String> LINKS = List.of("eth0", "eth1");
    private static final int[] WEIGHTS = {-253, -60, -30, -2, 2, 30, 60, 253};
    private static final int[] NUMBERS = {-300, -20, -1, 0, 0, 1, 7, 20, 400};
    private static final long[] INTERVALS_MILLIS = {200, 500, 1000, 1000, 2000, 5000};

    private final SplittableRandom chance;
    private final boolean discordant;
    /// Whether this cluster tracks anything at all.
    private final boolean tracking;

    RandomSurroundings(SplittableRandom chance, boolean discordant) {
        this.chance = chance;
        this.discordant = discordant;
        this.tracking = !oneIn(4);
    }

    /// @param members of the sync group; none for no group
    /// @param others  the instances that are in none
    SurroundingsSpec draw(List<String> members, List<String> others) {
        TrackList tracked = members.isEmpty() || oneIn(2) ? TrackList.NONE : list(false);
        List<AttachedSpec> attached = new ArrayList<>();
        for (String instance : members) {
            // A fault of one's own counts instead of the group's weight, and then the members differ.
            attached.add(discordant || tracked.isEmpty() ? attached(instance, !discordant)
                    : new AttachedSpec(instance, TrackList.NONE, told(), LinkSpec.DEFAULT));
        }
        for (String instance : others) {
            attached.add(attached(instance, false));
        }
        List<SyncGroupSpec> groups = members.isEmpty() ? List.of() : List.of(new SyncGroupSpec("G", members,
                tracked, told(), discordant));
        return new SurroundingsSpec(withoutUnused(trackers(), attached, tracked), attached, groups, List.of());
    }

    /// @param faultsOnly whether it must not have a priority of its own, since its group would not fit together
    private AttachedSpec attached(String instance, boolean faultsOnly) {
        return new AttachedSpec(instance, list(faultsOnly), told(), LinkSpec.DEFAULT);
    }

    private NotifySpec told() {
        NotifySpec none = NotifySpec.NONE;
        return new NotifySpec(none.backup(), none.master(), none.fault(), none.stop(), none.every(),
                none.lowerPriority(), oneIn(3) ? new NotifySpec.Deletion.Announced(Optional.empty()) : none.deleted(),
                false, oneIn(2));
    }

    private TrackList list(boolean faultsOnly) {
        return tracking && !oneIn(3) ? new TrackList(some(LINKS, faultsOnly), some(SCRIPTS, faultsOnly),
                some(FILES, faultsOnly), some(PROCESSES, faultsOnly), List.of()) : TrackList.NONE;
    }

    private List<Tracked> some(List<String> names, boolean faultsOnly) {
        List<Tracked> some = new ArrayList<>();
        for (String name : names) {
            if (oneIn(3)) {
                int amount = faultsOnly || oneIn(3) ? 0 : WEIGHTS[chance.nextInt(WEIGHTS.length)];
                some.add(new Tracked(name, new Weight(amount, oneIn(6))));
            }
        }
        return some;
    }

    private TrackerSpec trackers() {
        if (!tracking) {
            return TrackerSpec.NONE;
        }
        List<ScriptSpec> scripts = new ArrayList<>();
        for (String name : SCRIPTS) {
            Duration interval = Duration.ofMillis(INTERVALS_MILLIS[chance.nextInt(INTERVALS_MILLIS.length)]);
            Duration timeout = oneIn(3) ? Duration.ofMillis(200 + chance.nextInt(3000)) : interval;
            scripts.add(new ScriptSpec(name, new ScriptSpec.Probe.Runs(new CommandSpec("/bin/" + name, List.of(name),
                    RunAs.DEFAULT)), interval, timeout, Weight.FAULT, 1 + chance.nextInt(3), 1 + chance.nextInt(3),
                    oneIn(6)));
        }
        List<FileSpec> files = new ArrayList<>();
        for (String name : FILES) {
            files.add(new FileSpec(name, "/" + name, FileSpec.DEFAULT_WEIGHT, Optional.empty()));
        }
        List<ProcessSpec> processes = new ArrayList<>();
        for (String name : PROCESSES) {
            processes.add(new ProcessSpec(name, name, List.of(), ProcessSpec.Match.NAME, Weight.FAULT,
                    1 + chance.nextInt(2), oneIn(3) ? OptionalInt.of(2) : OptionalInt.empty(), delay(), delay()));
        }
        List<LinkDelay> delays = new ArrayList<>();
        for (String name : LINKS) {
            if (oneIn(4)) {
                delays.add(new LinkDelay(name, delay(), delay()));
            }
        }
        return new TrackerSpec(scripts, files, processes, delays, List.of(), false);
    }

    /// Mostly what nobody tracks is not configured either, so that reloads bring trackers and take them away.
    private TrackerSpec withoutUnused(TrackerSpec all, List<AttachedSpec> attached, TrackList ofGroup) {
        if (oneIn(4)) {
            return all;
        }
        Set<String> used = new HashSet<>();
        names(ofGroup, used);
        attached.forEach(one -> names(one.tracked(), used));
        return new TrackerSpec(all.scripts().stream().filter(one -> used.contains(one.name())).toList(),
                all.files().stream().filter(one -> used.contains(one.name())).toList(),
                all.processes().stream().filter(one -> used.contains(one.name())).toList(), all.delays(), List.of(),
                false);
    }

    private static void names(TrackList list, Set<String> names) {
        list.scripts().forEach(one -> names.add(one.name()));
        list.files().forEach(one -> names.add(one.name()));
        list.processes().forEach(one -> names.add(one.name()));
    }

    private Duration delay() {
        return oneIn(2) ? Duration.ZERO : Duration.ofMillis(1 + chance.nextInt(3000));
    }

    /// Something that is tracked changes, once or again and again.
    void trouble(Host host, Simulation sim) {
        int times = oneIn(3) ? 1 + chance.nextInt(8) : 1;
        switch (chance.nextInt(3)) {
            case 0 -> {
                String script = SCRIPTS.get(chance.nextInt(SCRIPTS.size()));
                repeat(times, sim, () -> host.script(script, behaviour()));
            }
            case 1 -> {
                String file = FILES.get(chance.nextInt(FILES.size()));
                repeat(times, sim, () -> host.file(file, NUMBERS[chance.nextInt(NUMBERS.length)]));
            }
            default -> {
                String process = PROCESSES.get(chance.nextInt(PROCESSES.size()));
                repeat(times, sim, () -> host.processes(process, chance.nextInt(5)));
            }
        }
    }

    private void repeat(int times, Simulation sim, Runnable change) {
        for (int i = 0; i < times; i++) {
            sim.at(Duration.ofMillis(i == 0 ? 0 : chance.nextInt(4000)), change);
        }
    }

    private Services.Behaviour behaviour() {
        Services.Behaviour[] all = Services.Behaviour.values();
        return oneIn(2) ? Services.Behaviour.SUCCEEDS : all[chance.nextInt(all.length)];
    }

    /// Nothing changes any more, and mostly all is well.
    void rest(Host host) {
        host.services().quick(true);
        for (String script : SCRIPTS) {
            host.script(script, oneIn(6) ? Services.Behaviour.FAILS : Services.Behaviour.SUCCEEDS);
        }
        for (String file : FILES) {
            host.file(file, oneIn(4) ? NUMBERS[chance.nextInt(NUMBERS.length)] : 0);
        }
        for (String process : PROCESSES) {
            host.processes(process, oneIn(6) ? chance.nextInt(4) : 1 + chance.nextInt(2));
        }
    }

    private boolean oneIn(int cases) {
        return chance.nextInt(cases) == 0;
    }
}
