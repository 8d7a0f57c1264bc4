package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.VrrpCounters;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import java.util.List;
import java.util.Optional;

/// An instance as it is now, for status, dumps and tests.
///
/// @param since     when it came to this state; of a mastership that a process before began, when it did
/// @param plan      what it was resolved to; empty without interface or source address
/// @param reckoning how trackers make the priority what it is, in words; empty without any
/// @param faults    what it lacks, in words
/// @param cause     of the last change of state
/// @param heard     the routers heard, the one heard last first
/// @param counters  a copy
public record InstanceStatus(InstanceId id, VrrpSpec spec, VrrpState state, MonoTime since,
        Optional<InstancePlan> plan, String reckoning, List<String> faults, Optional<Cause> cause,
        List<Arrivals> heard, VrrpCounters counters) {}
