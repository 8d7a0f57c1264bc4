package io.holdfast.config.track;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.table.Suggestions;
import io.holdfast.config.text.Word;
import io.holdfast.config.track.Trackers.Known;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import io.holdfast.track.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a [TrackList] of the track_ blocks of an instance or a sync group (15.4).
public final class TrackListAssembly {
    private final TrackAssembly trackers;
    private final Host host;
    private final boolean dynamicInterfaces;
    private final Reporter report;
    private final Set<String> usedScripts = new HashSet<>();

    public TrackListAssembly(TrackAssembly trackers, Host host, boolean dynamicInterfaces, Reporter report) {
        this.trackers = trackers;
        this.host = host;
        this.dynamicInterfaces = dynamicInterfaces;
        this.report = report;
    }

    /// Names of the scripts that somebody tracks.
    public Set<String> usedScripts() {
        return usedScripts;
    }

    /// @param who          the instance or group, for findings
    /// @param ownInterface the interface that an instance tracks anyway
    public TrackList list(Draft draft, TrackKeywords keywords, String who, Optional<String> ownInterface) {
        List<Tracked> interfaces = interfaces(draft, keywords, who, ownInterface);
        List<Tracked> scripts = named(draft, keywords.scripts, TrackedKeywords.SCRIPT, trackers.scripts, who);
        List<Tracked> files = named(draft, keywords.files, TrackedKeywords.FILE, trackers.files, who);
        List<Tracked> processes = named(draft, keywords.processes, TrackedKeywords.PROCESS, trackers.processes, who);
        List<Tracked> bfds = bfds(draft, keywords, who);
        for (Tracked script : scripts) {
            usedScripts.add(script.name());
        }
        return new TrackList(interfaces, scripts, files, processes, bfds);
    }

    private List<Tracked> interfaces(Draft draft, TrackKeywords keywords, String who, Optional<String> ownInterface) {
        List<Tracked> list = new ArrayList<>();
        for (Draft line : lines(draft, keywords.interfaces)) {
            String name = line.value(TrackedKeywords.INTERFACE.name).orElseThrow();
            Word word = line.header();
            if (ownInterface.isPresent() && ownInterface.get().equals(name)) {
                report.add(Problem.OWN_INTERFACE, word.place(), who + " runs on " + Shown.text(name)
                        + " and tracks it anyway").so("the line is left out").done();
            } else if (!dynamicInterfaces && !host.hasInterface(name)) {
                report.add(Problem.UNKNOWN_INTERFACE, word.place(), "there is no interface " + Shown.text(name))
                        .so("keepalived gives up at this point, so the configuration is refused")
                        .hinting("dynamic_interfaces in global_defs allows absent ones").done();
            } else {
                add(line, TrackedKeywords.INTERFACE, name, Weight.FAULT, who, list);
            }
        }
        return list;
    }

    private List<Tracked> named(Draft draft, Keyword<List<Draft>> keyword, TrackedKeywords words, Trackers kind,
            String who) {
        List<Tracked> list = new ArrayList<>();
        for (Draft line : lines(draft, keyword)) {
            String name = line.value(words.name).orElseThrow();
            Optional<Known> known = kind.find(name);
            if (known.isEmpty() || known.get().place().record() > line.header().place().record()) {
                unknown(line.header(), kind, known.isPresent());
            } else if (known.get().weight().isPresent()) {
                add(line, words, name, known.get().weight().get(), who, list);
            }
        }
        return list;
    }

    /// BFD sessions are not known here, so a reference to one is taken at its word.
    private List<Tracked> bfds(Draft draft, TrackKeywords keywords, String who) {
        List<Tracked> list = new ArrayList<>();
        for (Draft line : lines(draft, keywords.bfds)) {
            add(line, TrackedKeywords.BFD, line.value(TrackedKeywords.BFD.name).orElseThrow(), Weight.FAULT, who,
                    list);
        }
        return list;
    }

    private static List<Draft> lines(Draft draft, Keyword<List<Draft>> keyword) {
        List<Draft> lines = new ArrayList<>();
        for (Entry<List<Draft>> block : draft.all(keyword)) {
            lines.addAll(block.value());
        }
        return lines;
    }

    /// keepalived looks for the name while it reads, so that a block that comes later is not there.
    private void unknown(Word word, Trackers kind, boolean later) {
        String near = Suggestions.nearest(kind.names(), Shown.text(word.text()));
        String name = kind.block() + " " + report.shown(word);
        report.add(Problem.UNKNOWN_TRACKER, word.place(), later ? name + " is defined only further down"
                : "there is no " + name).so("the line is left out")
                .hinting(later ? "move its block up, before the first one that tracks it"
                        : near.isEmpty() ? "" : "did you mean " + near + "?")
                .done();
    }

    private void add(Draft line, TrackedKeywords words, String name, Weight own, String who, List<Tracked> list) {
        for (Tracked other : list) {
            if (other.name().equals(name)) {
                report.add(Problem.DUPLICATE_TRACKER, line.header().place(), who + " tracks " + Shown.text(name)
                        + " already").so("the line is left out").done();
                return;
            }
        }
        Optional<Weight> weight = weight(line, words, own);
        if (weight.isPresent()) {
            list.add(new Tracked(name, weight.get()));
        }
    }

    private Optional<Weight> weight(Draft line, TrackedKeywords words, Weight own) {
        boolean reverse = line.has(words.reverse);
        boolean noreverse = words.noreverse.isPresent() && line.has(words.noreverse.get());
        Optional<Integer> amount = line.value(words.weight);
        if (amount.isPresent()) {
            return Optional.of(new Weight(amount.get(), !noreverse && (reverse || own.reverse())));
        }
        if (!reverse && !noreverse) {
            return Optional.of(own);
        }
        report.add(Problem.BAD_ENTRY, line.header().place(), (reverse ? "reverse" : "noreverse")
                + " has to follow weight and a number").so("the whole line is left out").done();
        return Optional.empty();
    }
}
