package io.holdfast.node;

import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.VrrpCounters;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import java.util.List;
import java.util.Optional;

/// An instance as it is now, for status, dumps and tests.
///
/// @param plan     what it was resolved to; empty without interface or source address
/// @param faults   what it lacks, in words
/// @param cause    of the last change of state
/// @param counters a copy
public record InstanceStatus(InstanceId id, VrrpSpec spec, VrrpState state, Optional<InstancePlan> plan,
        List<String> faults, Optional<Cause> cause, VrrpCounters counters) {}
