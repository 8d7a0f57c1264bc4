package io.holdfast.node;

import io.holdfast.vrrp.VrrpStateName;
import java.util.List;

/// A sync group as it is now.
///
/// @param members in configuration order
public record GroupStatus(String name, VrrpStateName state, List<String> members) {}
