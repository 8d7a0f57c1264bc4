package io.holdfast.node;

import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.List;

/// Everything the VRRP process is configured to do.
///
/// @param instances     in configuration order
/// @param startupDelay  how long nothing is sent or heard after the start; zero for none
/// @param logUnknownVrids whether an advertisement for a VRID that is not ours is worth a line
public record NodeSpec(List<VrrpSpec> instances, Duration startupDelay, boolean logUnknownVrids) {

    public NodeSpec {
        instances = List.copyOf(instances);
    }

    /// Instances with every global setting at its default.
    public static NodeSpec of(List<VrrpSpec> instances) {
        return new NodeSpec(instances, Duration.ZERO, false);
    }
}
