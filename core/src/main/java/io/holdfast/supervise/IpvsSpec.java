package io.holdfast.supervise;

import io.holdfast.base.IpAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// IPVS as a whole (`checkers-ipvs.md` 1.12, 3.7).
///
/// @param tcpTimeout   `lvs_timeouts`: idle TCP connections; empty for the kernel's value, as for the next two
/// @param finTimeout   TCP connections after a FIN
/// @param udpTimeout   UDP
/// @param flush        `lvs_flush`: empty the tables at the start
/// @param flushOnStop  `lvs_flush_on_stop`
/// @param syncDaemon   `lvs_sync_daemon`
/// @param logFailures  `checker_log_all_failures`: each failed check, not state changes only
/// @param initNotifies `rs_init_notifies`: notify of real servers that come up at the start
public record IpvsSpec(Optional<Duration> tcpTimeout, Optional<Duration> finTimeout, Optional<Duration> udpTimeout,
        boolean flush, Flush flushOnStop, Optional<SyncDaemon> syncDaemon, boolean logFailures,
        boolean initNotifies) {
    public static final IpvsSpec DEFAULT = new IpvsSpec(Optional.empty(), Optional.empty(), Optional.empty(), false,
            Flush.ONE_BY_ONE, Optional.empty(), false, false);

    /// What is done with the tables at the end.
    public enum Flush {
        /// Each real server and virtual server is deleted.
        ONE_BY_ONE,
        /// Each virtual server is deleted, and with it its real servers.
        VIRTUAL_SERVERS,
        /// The tables are emptied.
        ALL
    }

    /// The daemon that tells another machine of connections.
    ///
    /// @param interfaceName where it sends and listens
    /// @param instance      the instance whose state it follows; empty for both roles at once
    /// @param id            0 to 255; empty for the VRID of the instance, or 0
    /// @param maxLength     bytes of a message; empty for the kernel's choice, as for the rest
    /// @param port          UDP port
    /// @param ttl           hop limit
    /// @param group         multicast group
    public record SyncDaemon(String interfaceName, Optional<String> instance, OptionalInt id, OptionalInt maxLength,
            OptionalInt port, OptionalInt ttl, Optional<IpAddress> group) {}
}
