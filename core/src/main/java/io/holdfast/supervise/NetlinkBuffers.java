package io.holdfast.supervise;

import java.util.OptionalInt;

/// How much the kernel may have to say before it drops something, in bytes; empty for what serves well.
///
/// @param monitor      `vrrp_netlink_monitor_rcv_bufs`: reports of changes that wait
/// @param forceMonitor `vrrp_netlink_monitor_rcv_bufs_force`: also beyond net.core.rmem_max
/// @param command      `vrrp_netlink_cmd_rcv_bufs`: answers that wait; always beyond net.core.rmem_max if need be
public record NetlinkBuffers(OptionalInt monitor, boolean forceMonitor, OptionalInt command) {

    public static final NetlinkBuffers DEFAULT = new NetlinkBuffers(OptionalInt.empty(), false, OptionalInt.empty());

    /// As `equals`, which links method handles when it is first called: 7 ms on the way to the first advertisement.
    public boolean isSame(NetlinkBuffers other) {
        return monitor.equals(other.monitor) && forceMonitor == other.forceMonitor && command.equals(other.command);
    }
}
