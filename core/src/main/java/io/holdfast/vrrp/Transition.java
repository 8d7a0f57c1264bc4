package io.holdfast.vrrp;

import java.util.List;
import java.util.Optional;

/// What one event makes of an instance.
///
/// @param cause present if the name of the state changed
public record Transition(VrrpState state, List<VrrpAction> actions, Optional<Cause> cause) {

    /// No change of state worth a cause.
    static Transition stay(VrrpState state, VrrpAction... actions) {
        return new Transition(state, actions.length == 0 ? List.of() : List.of(actions), Optional.empty());
    }

    static Transition to(VrrpState state, Cause cause, List<VrrpAction> actions) {
        return new Transition(state, List.copyOf(actions), Optional.of(cause));
    }
}
