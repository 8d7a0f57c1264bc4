package io.holdfast.node;

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
import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Builds what surrounds the instances of a test.
final class Surroundings {
    static final Duration SECOND = Duration.ofSeconds(1);

    private final List<ScriptSpec> scripts = new ArrayList<>();
    private final List<FileSpec> files = new ArrayList<>();
    private final List<ProcessSpec> processes = new ArrayList<>();
    private final List<LinkDelay> delays = new ArrayList<>();
    private final List<SyncGroupSpec> groups = new ArrayList<>();
    private final Map<String, TrackList> tracked = new HashMap<>();

    static ScriptSpec script(String name, int rise, int fall) {
        return new ScriptSpec(name, new ScriptSpec.Probe.Runs(new CommandSpec("/bin/" + name, List.of(name),
                RunAs.DEFAULT)), SECOND, SECOND, Weight.FAULT, rise, fall, false);
    }

    Surroundings script(ScriptSpec script) {
        scripts.add(script);
        return this;
    }

    Surroundings file(String name) {
        files.add(new FileSpec(name, "/" + name, FileSpec.DEFAULT_WEIGHT, Optional.empty()));
        return this;
    }

    Surroundings process(String name, int quorum, Duration forkDelay, Duration terminateDelay) {
        processes.add(new ProcessSpec(name, name, List.of(), ProcessSpec.Match.NAME, Weight.FAULT, quorum,
                OptionalInt.empty(), forkDelay, terminateDelay));
        return this;
    }

    Surroundings delay(String interfaceName, Duration down, Duration up) {
        delays.add(new LinkDelay(interfaceName, down, up));
        return this;
    }

    Surroundings group(String name, String... members) {
        groups.add(new SyncGroupSpec(name, List.of(members), TrackList.NONE, NotifySpec.NONE, false));
        return this;
    }

    Surroundings tracksScript(String instance, String name, Weight weight) {
        return tracks(instance, new TrackList(List.of(), List.of(new Tracked(name, weight)), List.of(), List.of(),
                List.of()));
    }

    Surroundings tracksFile(String instance, String name, Weight weight) {
        return tracks(instance, new TrackList(List.of(), List.of(), List.of(new Tracked(name, weight)), List.of(),
                List.of()));
    }

    Surroundings tracksProcess(String instance, String name, Weight weight) {
        return tracks(instance, new TrackList(List.of(), List.of(), List.of(), List.of(new Tracked(name, weight)),
                List.of()));
    }

    Surroundings tracksInterface(String instance, String name, Weight weight) {
        return tracks(instance, new TrackList(List.of(new Tracked(name, weight)), List.of(), List.of(), List.of(),
                List.of()));
    }

    private Surroundings tracks(String instance, TrackList more) {
        TrackList known = tracked.getOrDefault(instance, TrackList.NONE);
        tracked.put(instance, new TrackList(both(known.interfaces(), more.interfaces()),
                both(known.scripts(), more.scripts()), both(known.files(), more.files()),
                both(known.processes(), more.processes()), List.of()));
        return this;
    }

    private static List<Tracked> both(List<Tracked> some, List<Tracked> others) {
        List<Tracked> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    SurroundingsSpec spec() {
        List<AttachedSpec> attached = new ArrayList<>();
        tracked.forEach((instance, list) -> attached.add(
                new AttachedSpec(instance, list, NotifySpec.NONE, LinkSpec.DEFAULT)));
        return new SurroundingsSpec(new TrackerSpec(scripts, files, processes, delays, List.of(), false), attached,
                groups, List.of());
    }

    NodeSpec around(VrrpSpec... instances) {
        return NodeSpec.of(List.of(instances)).in(spec());
    }
}
