package io.holdfast.config.track;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.host.Host;
import io.holdfast.config.script.ScriptAssembly;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Word;
import io.holdfast.config.track.Trackers.Known;
import io.holdfast.track.FileSpec;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.TrackerSpec;
import io.holdfast.track.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes specifications of all trackers, and knows them by name.
public final class TrackAssembly {
    private final Draft root;
    private final Reporter report;
    private final ScriptTrackers scriptTrackers;
    private final FileTrackers fileTrackers;
    private final ProcessTrackers processTrackers;
    private final LinkTrackers linkTrackers;
    final Trackers scripts = new Trackers("vrrp_script");
    final Trackers files = new Trackers("track_file");
    final Trackers processes = new Trackers("vrrp_track_process");

    public TrackAssembly(Draft root, Draft global, Host host, ScriptAssembly commands, Reporter report) {
        this.root = root;
        this.report = report;
        scriptTrackers = new ScriptTrackers(commands, report);
        fileTrackers = new FileTrackers(host, report);
        processTrackers = new ProcessTrackers(report);
        linkTrackers = new LinkTrackers(host, global.has(GlobalKeywords.DYNAMIC_INTERFACES), report);
    }

    /// All that is watched. To be called before anybody refers to a tracker.
    public TrackerSpec spec() {
        return new TrackerSpec(scripts(), files(), processes(), linkTrackers.delays(root), linkTrackers.polled(root),
                root.has(TrackRoot.LINKBEAT_USE_POLLING));
    }

    private List<ScriptSpec> scripts() {
        List<ScriptSpec> specs = new ArrayList<>();
        for (Entry<Draft> entry : root.all(TrackRoot.VRRP_SCRIPT)) {
            Optional<ScriptSpec> spec = scriptTrackers.spec(entry.value());
            Optional<Weight> weight = spec.isEmpty() ? Optional.empty() : Optional.of(spec.get().weight());
            if (isFirst(scripts, entry.value().header(), weight) && spec.isPresent()) {
                specs.add(spec.get());
            }
        }
        return specs;
    }

    /// keepalived removes a script that nobody tracks, except when it only tests a configuration.
    public void reportUnused(Set<String> used) {
        for (Entry<Draft> entry : root.all(TrackRoot.VRRP_SCRIPT)) {
            Word word = entry.value().header();
            String name = Shown.text(word.text());
            Optional<Known> known = scripts.find(name);
            boolean runs = known.isPresent() && known.get().weight().isPresent()
                    && known.get().place().record() == word.place().record();
            if (runs && !used.contains(name)) {
                report.add(Problem.UNUSED_TRACKER, word.place(), "nothing tracks vrrp_script " + name)
                        .so("it is not run").hinting("name it in a track_script block").done();
            }
        }
    }

    private List<FileSpec> files() {
        List<FileSpec> specs = new ArrayList<>();
        files(TrackRoot.TRACK_FILE, specs);
        files(TrackRoot.VRRP_TRACK_FILE, specs);
        return specs;
    }

    private void files(Keyword<Draft> keyword, List<FileSpec> specs) {
        for (Entry<Draft> entry : root.all(keyword)) {
            Optional<FileSpec> spec = fileTrackers.spec(entry.value());
            Optional<Weight> weight = spec.isEmpty() ? Optional.empty() : Optional.of(spec.get().weight());
            if (isFirst(files, entry.value().header(), weight) && spec.isPresent()) {
                specs.add(spec.get());
            }
        }
    }

    private List<ProcessSpec> processes() {
        List<ProcessSpec> specs = new ArrayList<>();
        for (Entry<Draft> entry : root.all(TrackRoot.VRRP_TRACK_PROCESS)) {
            Optional<ProcessSpec> spec = processTrackers.spec(entry.value());
            Optional<Weight> weight = spec.isEmpty() ? Optional.empty() : Optional.of(spec.get().weight());
            if (isFirst(processes, entry.value().header(), weight) && spec.isPresent()) {
                specs.add(spec.get());
            }
        }
        return specs;
    }

    /// keepalived keeps the second one as well, but nobody can refer to it.
    private boolean isFirst(Trackers trackers, Word name, Optional<Weight> weight) {
        String shown = Shown.text(name.text());
        boolean first = trackers.add(shown, name.place(), weight);
        if (!first) {
            report.add(Problem.NAME_SHADOWED, name.place(), "there is a " + trackers.block() + " " + shown + " already")
                    .so("the first one is meant wherever this name is used, so this one is left out").done();
        }
        return first;
    }
}
