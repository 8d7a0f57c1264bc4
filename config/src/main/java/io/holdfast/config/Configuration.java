package io.holdfast.config;

import io.holdfast.bfd.BfdSpec;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.global.GlobalRoot;
import io.holdfast.lvs.LvsSpec;
import io.holdfast.node.NodeSpec;
import io.holdfast.route.InstanceRouting;
import io.holdfast.route.StaticsSpec;
import io.holdfast.supervise.GlobalSpec;
import java.util.List;
import java.util.Optional;

/// A configuration, complete.
///
/// @param global   the daemon as a whole
/// @param node     what the VRRP process does; instances that were refused are missing
/// @param hasVrrp  whether there is anything for a VRRP process to do
/// @param lvs      load balancing; empty where it was left to another process
/// @param bfd      BFD sessions
/// @param statics  what is there whoever is master
/// @param routing  what instances bring along besides addresses, of those that do
/// @param findings what is wrong with keywords and values; see [Reading#findings] for files and lines
public record Configuration(GlobalSpec global, NodeSpec node, boolean hasVrrp, LvsSpec lvs, List<BfdSpec> bfd,
        StaticsSpec statics, List<InstanceRouting> routing,
        List<Finding> findings) {
    public Configuration {
        bfd = List.copyOf(bfd);
        routing = List.copyOf(routing);
        findings = List.copyOf(findings);
    }

    /// What a running daemon cannot change, because it names files in use or is done once (`daemon.md` 3.4).
    ///
    /// @return the keyword; empty if the next configuration can take over at a reload
    public static Optional<String> changeNeedingRestart(GlobalSpec running, GlobalSpec next) {
        if (!running.instanceName().equals(next.instanceName())) {
            return Optional.of(GlobalRoot.INSTANCE.name());
        }
        if (running.usePidDirectory() != next.usePidDirectory()) {
            return Optional.of(GlobalRoot.USE_PID_DIR.name());
        }
        return running.localIgmpDisabled() == next.localIgmpDisabled() ? Optional.empty()
                : Optional.of(GlobalKeywords.DISABLE_LOCAL_IGMP.name());
    }

    /// Whether it must not be run.
    public boolean isRefused() {
        return Verdict.refuses(findings);
    }
}
