package io.holdfast.config.bfd;

import io.holdfast.base.IpAddress;
import io.holdfast.bfd.BfdSpec;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.config.track.TrackAssembly;
import io.holdfast.track.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a [BfdSpec] of each `bfd_instance` (15.7).
public final class BfdAssembly {
    private static final Duration USUAL_INTERVAL = Duration.ofMillis(10);
    private static final Duration USUAL_IDLE = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final int USUAL_MULTIPLIER = 5;
    private static final int TTL_V4 = 255;
    private static final int TTL_V6 = 64;

    private final Reporter report;
    private final Map<String, Draft> named = new LinkedHashMap<>();
    private final Set<String> paths = new HashSet<>();
    private final List<BfdSpec> specs = new ArrayList<>();

    /// Reads all there are.
    public BfdAssembly(Draft root, Reporter report) {
        this.report = report;
        for (Entry<Draft> entry : root.all(BfdRoot.BFD_INSTANCE)) {
            add(entry.value());
        }
    }

    /// Those that can run, in the order of the configuration.
    public List<BfdSpec> specs() {
        return List.copyOf(specs);
    }

    /// Whether a check may refer to a session: it stands further up and does not keep to VRRP. One that cannot run for
    /// its addresses is there nevertheless (15.7).
    public boolean isForChecks(String name, Place reference) {
        Draft draft = named.get(name);
        return draft != null && draft.header().place().record() < reference.record() && isFor(draft, true);
    }

    /// Makes those that instances may track known to them, in the order of the configuration. One that cannot run for
    /// its addresses is there nevertheless (15.7).
    public void addTo(TrackAssembly trackers) {
        for (Draft draft : named.values()) {
            if (isFor(draft, false)) {
                trackers.addSession(draft.header(), draft.value(BfdKeywords.WEIGHT, Weight.FAULT));
            }
        }
    }

    private static boolean isFor(Draft draft, boolean checks) {
        boolean either = draft.has(BfdKeywords.VRRP) || draft.has(BfdKeywords.CHECKER);
        return !either || draft.has(checks ? BfdKeywords.CHECKER : BfdKeywords.VRRP);
    }

    private void add(Draft draft) {
        String name = draft.value(BfdKeywords.NAME, "");
        if (named.putIfAbsent(name, draft) != null) {
            report.add(Problem.NAME_TAKEN, draft.header().place(), "there is a bfd_instance " + name + " already")
                    .so("the first one is used, this one is left out").done();
            return;
        }
        Optional<IpAddress> neighbour = draft.value(BfdKeywords.NEIGHBOR_IP);
        if (neighbour.isEmpty()) {
            drop(draft, draft.header().place(), "bfd_instance " + name + " has no neighbor_ip");
            return;
        }
        Optional<Entry<IpAddress>> source = draft.last(BfdKeywords.SOURCE_IP);
        if (source.isPresent() && source.get().value().family() != neighbour.get().family()) {
            drop(draft, source.get().place(), "source_ip and neighbor_ip are of different families");
            return;
        }
        boolean multihop = draft.value(BfdKeywords.MULTIHOP, false);
        if (!paths.add(neighbour.get() + " " + draft.value(BfdKeywords.SOURCE_IP) + " " + multihop)) {
            drop(draft, draft.last(BfdKeywords.NEIGHBOR_IP).orElseThrow().place(),
                    "another bfd_instance has the same neighbor_ip and source_ip");
            return;
        }
        specs.add(spec(draft, name, neighbour.get(), multihop));
    }

    private void drop(Draft draft, Place place, String message) {
        report.add(Problem.BFD_LEFT_OUT, place, message)
                .so("bfd_instance " + draft.value(BfdKeywords.NAME, "") + " is left out").done();
    }

    private BfdSpec spec(Draft draft, String name, IpAddress neighbour, boolean multihop) {
        slow(draft);
        int ttl = draft.value(BfdKeywords.TTL, neighbour.isV4() ? TTL_V4 : TTL_V6);
        return new BfdSpec(name, neighbour, draft.value(BfdKeywords.SOURCE_IP),
                draft.value(BfdKeywords.MIN_RX, USUAL_INTERVAL), draft.value(BfdKeywords.MIN_TX, USUAL_INTERVAL),
                draft.value(BfdKeywords.IDLE_TX, USUAL_IDLE), draft.value(BfdKeywords.MULTIPLIER, USUAL_MULTIPLIER),
                draft.has(BfdKeywords.PASSIVE), ttl, maxHops(draft, ttl), multihop,
                draft.value(BfdKeywords.WEIGHT, Weight.FAULT), isFor(draft, false), isFor(draft, true));
    }

    private void slow(Draft draft) {
        for (var keyword : List.of(BfdKeywords.MIN_RX, BfdKeywords.MIN_TX, BfdKeywords.IDLE_TX)) {
            Optional<Entry<Duration>> interval = draft.last(keyword);
            if (interval.isPresent() && interval.get().value().compareTo(SLOW) > 0) {
                report.add(Problem.BFD_SLOW, interval.get().place(), keyword.name() + " is longer than 10 seconds")
                        .so("it is used; a failure is noticed late").done();
            }
        }
    }

    private int maxHops(Draft draft, int ttl) {
        Optional<Entry<Integer>> hops = draft.last(BfdKeywords.MAX_HOPS);
        if (hops.isEmpty() || hops.get().value() <= ttl) {
            return draft.value(BfdKeywords.MAX_HOPS, 0);
        }
        report.add(Problem.BFD_HOPS, hops.get().place(), "max_hops is more than the ttl, " + ttl)
                .so("max_hops is " + ttl).done();
        return ttl;
    }
}
