package io.holdfast.notify;

import java.util.Optional;

/// The named pipes that are told of changes of state.
///
/// @param every          `notify_fifo`: of all of them
/// @param vrrp           `vrrp_notify_fifo`: of instances and sync groups
/// @param checkers       `lvs_notify_fifo`: of virtual and real servers
/// @param statesOnReload `fifo_write_vrrp_states_on_reload`: instances and groups are told of again at each reload
public record PipesSpec(Optional<PipeSpec> every, Optional<PipeSpec> vrrp, Optional<PipeSpec> checkers,
        boolean statesOnReload) {
    /// None.
    public static final PipesSpec NONE = new PipesSpec(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
