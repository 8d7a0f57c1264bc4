package io.holdfast.config;

import io.holdfast.config.finding.Findings;
import io.holdfast.config.global.GlobalAssembly;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.global.GlobalRoot;
import io.holdfast.config.global.PacingAssembly;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.BlockParser;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Lines;
import io.holdfast.config.text.Snapshot;
import io.holdfast.config.vrrp.InstanceAssembly;
import io.holdfast.config.vrrp.SurroundingsAssembly;
import io.holdfast.config.vrrp.VridCheck;
import io.holdfast.config.vrrp.VrrpRoot;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes specifications of a snapshot: keyword tables first, then defaults and validation (15).
public final class ConfigParser {
    private ConfigParser() {}

    /// Parses and validates. Never throws, whatever the snapshot says; the same snapshot and host always give an
    /// equal result.
    public static Configuration parse(Snapshot snapshot, Host host) {
        Findings findings = new Findings();
        Reporter report = new Reporter(snapshot, RootKeywords.BLOCK, findings);
        Draft root = new BlockParser(new Lines(snapshot), report).parse(RootKeywords.BLOCK);
        Draft global = global(root);
        SurroundingsAssembly surroundings = new SurroundingsAssembly(root, global, host, report);
        List<VrrpSpec> instances = instances(root, new InstanceAssembly(global, host, report), surroundings, report);
        NodeSpec node = new NodeSpec(instances,
                global.value(GlobalKeywords.STARTUP_DELAY, Duration.ZERO),
                global.value(GlobalKeywords.DELAY_AFTER_BOOT, Duration.ZERO),
                global.has(GlobalKeywords.LOG_UNKNOWN_VRIDS), new PacingAssembly(global, host, report).spec(root));
        return new Configuration(GlobalAssembly.spec(root, global), node, surroundings.finish(),
                root.has(VrrpRoot.VRRP_INSTANCE), findings.list());
    }

    /// Several `global_defs` add up (8.5).
    private static Draft global(Draft root) {
        List<Entry<Draft>> blocks = root.all(GlobalRoot.GLOBAL_DEFS);
        return blocks.isEmpty() ? new Draft(GlobalKeywords.BLOCK, root.header()) : Draft.merged(blocks);
    }

    private static List<VrrpSpec> instances(Draft root, InstanceAssembly assembly,
            SurroundingsAssembly surroundings, Reporter report) {
        List<VrrpSpec> specs = new ArrayList<>();
        VridCheck vrids = new VridCheck(report);
        for (Entry<Draft> entry : root.all(VrrpRoot.VRRP_INSTANCE)) {
            Optional<VrrpSpec> spec = assembly.spec(entry.value());
            if (spec.isPresent() && vrids.isFree(entry.value(), spec.get())) {
                specs.add(spec.get());
                surroundings.attach(entry.value(), spec.get());
            }
        }
        return specs;
    }
}
