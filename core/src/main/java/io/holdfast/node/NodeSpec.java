package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.List;

/// Everything the VRRP process is configured to do.
///
/// @param instances     in configuration order
/// @param multicastV4   the group IPv4 advertisements go to, 224.0.0.18 unless configured
/// @param startupDelay  how long nothing is sent or heard after the start; zero for none
/// @param logUnknownVrids whether an advertisement for a VRID that is not ours is worth a line
public record NodeSpec(List<VrrpSpec> instances, IpAddress multicastV4, Duration startupDelay,
        boolean logUnknownVrids) {

    /// The group of RFC 9568 section 5.1.1.2.
    public static final IpAddress VRRP_GROUP_V4 = IpAddress.literal("224.0.0.18");

    public NodeSpec {
        instances = List.copyOf(instances);
    }

    /// Instances with every global setting at its default.
    public static NodeSpec of(List<VrrpSpec> instances) {
        return new NodeSpec(instances, VRRP_GROUP_V4, Duration.ZERO, false);
    }
}
