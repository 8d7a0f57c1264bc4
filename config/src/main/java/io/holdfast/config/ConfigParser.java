package io.holdfast.config;

import io.holdfast.config.bfd.BfdAssembly;
import io.holdfast.config.finding.Findings;
import io.holdfast.config.global.GlobalAssembly;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.global.GlobalRoot;
import io.holdfast.config.global.PacingAssembly;
import io.holdfast.config.host.Host;
import io.holdfast.config.lvs.CheckCatalog;
import io.holdfast.config.lvs.LvsAssembly;
import io.holdfast.config.lvs.LvsRoot;
import io.holdfast.config.lvs.References;
import io.holdfast.config.route.Machine;
import io.holdfast.config.script.OnceAssembly;
import io.holdfast.config.script.PipeAssembly;
import io.holdfast.config.script.ScriptAssembly;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.BlockParser;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Lines;
import io.holdfast.config.text.Place;
import io.holdfast.config.text.Snapshot;
import io.holdfast.config.track.TrackAssembly;
import io.holdfast.config.vrrp.AddressCheck;
import io.holdfast.config.vrrp.InstanceAssembly;
import io.holdfast.config.vrrp.RoutingAssembly;
import io.holdfast.config.vrrp.SurroundingsAssembly;
import io.holdfast.config.vrrp.VridCheck;
import io.holdfast.config.vrrp.VrrpRoot;
import io.holdfast.lvs.LvsSpec;
import io.holdfast.node.NodeSpec;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes specifications of a snapshot: keyword tables first, then defaults and validation (15).
public final class ConfigParser {
    private ConfigParser() {}

    /// Parses and validates all there is. Never throws, whatever the snapshot says; the same snapshot and host always
    /// give an equal result.
    ///
    /// @param checks the kinds of check that a real server may have
    public static Configuration parse(Snapshot snapshot, Host host, CheckCatalog checks) {
        LvsRoot lvs = new LvsRoot(checks);
        return parse(snapshot, host, RootKeywords.with(lvs), Optional.of(lvs));
    }

    /// The same as the VRRP process needs it: load balancing is left to another, and no check is known.
    public static Configuration parse(Snapshot snapshot, Host host) {
        return parse(snapshot, host, RootKeywords.BLOCK, Optional.empty());
    }

    private static Configuration parse(Snapshot snapshot, Host host, Block table, Optional<LvsRoot> lvs) {
        Findings findings = new Findings(snapshot.hidden());
        Reporter report = new Reporter(snapshot, table, findings);
        Draft root = new BlockParser(new Lines(snapshot), report).parse(table);
        Draft global = global(root, report);
        ScriptAssembly scripts = new ScriptAssembly(global, host, report);
        GlobalSpec daemon = GlobalAssembly.spec(root, global, OnceAssembly.spec(global, scripts),
                PipeAssembly.spec(global, scripts, report), report);
        TrackAssembly trackers = new TrackAssembly(root, global, host, scripts, report);
        BfdAssembly bfd = new BfdAssembly(root, report);
        bfd.addTo(trackers);
        SurroundingsAssembly surroundings = new SurroundingsAssembly(root, global, host, trackers, scripts, report);
        Machine machine = new Machine(global, host, report);
        List<VrrpSpec> instances = instances(root, new InstanceAssembly(global, host, machine, report), surroundings,
                report);
        RoutingAssembly routing = new RoutingAssembly(global, machine, report);
        routing.read(root);
        NodeSpec node = new NodeSpec(instances,
                global.value(GlobalKeywords.STARTUP_DELAY, Duration.ZERO),
                global.value(GlobalKeywords.DELAY_AFTER_BOOT, Duration.ZERO),
                global.has(GlobalKeywords.LOG_UNKNOWN_VRIDS), new PacingAssembly(global, host, report).spec(root),
                surroundings.finish());
        LvsSpec balancing = lvs.isEmpty() ? LvsSpec.NONE
                : LvsAssembly.spec(root, lvs.get(), daemon.services(), new Named(bfd, trackers), scripts, report);
        scripts.finish();
        return new Configuration(daemon, node, root.has(VrrpRoot.VRRP_INSTANCE), balancing, bfd.specs(),
                routing.statics(), routing.instances(), findings.list());
    }

    /// What checks may refer to.
    private record Named(BfdAssembly bfd, TrackAssembly trackers) implements References {
        @Override
        public boolean hasBfd(String name, Place reference) {
            return bfd.isForChecks(name, reference);
        }

        @Override
        public boolean hasTrackFile(String name, Place reference) {
            return trackers.hasFile(name, reference);
        }
    }

    /// Several `global_defs` add up (8.5).
    private static Draft global(Draft root, Reporter report) {
        List<Entry<Draft>> blocks = root.all(GlobalRoot.GLOBAL_DEFS);
        return blocks.isEmpty() ? new Draft(GlobalKeywords.BLOCK, root.header()) : Draft.merged(blocks, report);
    }

    private static List<VrrpSpec> instances(Draft root, InstanceAssembly assembly,
            SurroundingsAssembly surroundings, Reporter report) {
        List<VrrpSpec> specs = new ArrayList<>();
        VridCheck vrids = new VridCheck(report);
        AddressCheck addresses = new AddressCheck(report);
        for (Entry<Draft> entry : root.all(VrrpRoot.VRRP_INSTANCE)) {
            Optional<VrrpSpec> spec = assembly.spec(entry.value());
            if (spec.isPresent() && vrids.isFree(entry.value(), spec.get())) {
                addresses.check(entry.value(), spec.get());
                specs.add(spec.get());
                surroundings.attach(entry.value(), spec.get());
            }
        }
        return specs;
    }
}
