package io.holdfast.supervise;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What `global_defs` and the top level say about the daemon as a whole.
///
/// @param routerId             `router_id`: how this machine calls itself; empty for its host name
/// @param instanceName         `instance`: tells several daemons on one machine apart
/// @param usePidDirectory      `use_pid_dir`: pid files in the run directory (implied by `instance`)
/// @param childWait            `child_wait_time`: how long children may take to stop
/// @param umask                `umask`: file creation mask; empty for 0177
/// @param parentProcessName    `process_name`, at most 15 characters; empty to leave it
/// @param vrrpProcessName      `vrrp_process_name` or what `process_names` gives
/// @param vrrpScheduling       how the VRRP process runs
/// @param autoRealtime         `auto_realtime`: instances below 100 ms ask for real-time scheduling by themselves
/// @param maxAutoPriority      `max_auto_priority`: how far priority may rise after lateness; 0 never, -1 never and
///                             without the advice to set it; empty when not configured
/// @param minAutoPriorityDelay `min_auto_priority_delay`: lateness that raises the priority
/// @param netlinkBuffers       receive buffers of the VRRP process's netlink sockets
/// @param localIgmpDisabled    `disable_local_igmp`: no IGMP for link-local groups as long as the daemon runs
/// @param controlSocketDisabled `control_socket off`: nobody can ask the running daemon anything
/// @param services             everything around the election
public record GlobalSpec(Optional<String> routerId, Optional<String> instanceName, boolean usePidDirectory,
        Duration childWait, OptionalInt umask, Optional<String> parentProcessName, Optional<String> vrrpProcessName,
        SchedulingSpec vrrpScheduling, boolean autoRealtime, OptionalInt maxAutoPriority,
        Duration minAutoPriorityDelay, NetlinkBuffers netlinkBuffers, boolean localIgmpDisabled,
        boolean controlSocketDisabled, ServicesSpec services) {

    public static final GlobalSpec DEFAULT = new GlobalSpec(Optional.empty(), Optional.empty(), false,
            Duration.ofSeconds(5), OptionalInt.empty(), Optional.empty(), Optional.empty(), SchedulingSpec.DEFAULT,
            true, OptionalInt.empty(), Duration.ofSeconds(1), NetlinkBuffers.DEFAULT, false, false,
            ServicesSpec.DEFAULT);
}
