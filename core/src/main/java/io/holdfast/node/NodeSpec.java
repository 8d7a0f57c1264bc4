package io.holdfast.node;

import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.List;

/// Everything the VRRP process is configured to do.
///
/// @param instances     in configuration order
/// @param startupDelay  how long nothing is sent or heard after the start; zero for none
/// @param delayAfterBoot the same, counted from the start of the machine
/// @param logUnknownVrids whether an advertisement for a VRID that is not ours is worth a line
/// @param pacing        how far apart announcements are kept
/// @param surroundings  what is watched beside the elections, and who is told of them
public record NodeSpec(List<VrrpSpec> instances, Duration startupDelay, Duration delayAfterBoot,
        boolean logUnknownVrids, PacingSpec pacing, SurroundingsSpec surroundings) {

    public NodeSpec {
        instances = List.copyOf(instances);
    }

    /// On a machine that runs for some time already.
    public NodeSpec(List<VrrpSpec> instances, Duration startupDelay, boolean logUnknownVrids) {
        this(instances, startupDelay, Duration.ZERO, logUnknownVrids, PacingSpec.NONE, SurroundingsSpec.NONE);
    }

    /// The same with announcements kept apart.
    public NodeSpec pacing(PacingSpec other) {
        return new NodeSpec(instances, startupDelay, delayAfterBoot, logUnknownVrids, other, surroundings);
    }

    /// The same in other surroundings.
    public NodeSpec in(SurroundingsSpec other) {
        return new NodeSpec(instances, startupDelay, delayAfterBoot, logUnknownVrids, pacing, other);
    }

    /// Instances with every global setting at its default.
    public static NodeSpec of(List<VrrpSpec> instances) {
        return new NodeSpec(instances, Duration.ZERO, false);
    }
}
