package io.holdfast.config;

import io.holdfast.node.NodeSpec;
import io.holdfast.supervise.GlobalSpec;
import java.util.List;

/// A configuration, complete.
///
/// @param global   the daemon as a whole
/// @param node     what the VRRP process does; instances that were refused are missing
/// @param hasVrrp  whether there is anything for a VRRP process to do
/// @param findings what is wrong with keywords and values; see [Reading#findings] for files and lines
public record Configuration(GlobalSpec global, NodeSpec node, boolean hasVrrp, List<Finding> findings) {
    public Configuration {
        findings = List.copyOf(findings);
    }

    /// Whether it must not be run.
    public boolean isRefused() {
        return Verdict.refuses(findings);
    }
}
