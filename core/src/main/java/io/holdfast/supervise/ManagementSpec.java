package io.holdfast.supervise;

import java.time.Duration;
import java.util.Optional;

/// SNMP and D-Bus.
///
/// @param snmp     what is served over SNMP
/// @param dbus     `enable_dbus`
/// @param dbusName `dbus_service_name`; empty for `org.keepalived.Vrrp1`
/// @param dbusPath `dbus_no_interface_name`: path element of instances without an interface
public record ManagementSpec(Snmp snmp, boolean dbus, Optional<String> dbusName, Optional<String> dbusPath) {
    public static final ManagementSpec NONE = new ManagementSpec(Snmp.NONE, false, Optional.empty(),
            Optional.empty());

    /// @param socket       `snmp_socket`: the AgentX master; empty for its usual address
    /// @param traps        `enable_traps`
    /// @param vrrp         `enable_snmp_vrrp`: keepalived's MIB for VRRP
    /// @param rfc2787      `enable_snmp_rfcv2`
    /// @param rfc6527      `enable_snmp_rfcv3`
    /// @param checkers     `enable_snmp_checker`: keepalived's MIB for IPVS
    /// @param virtualAge   `snmp_vs_stats_update_interval`: age after which statistics are read again
    /// @param realAge      `snmp_rs_stats_update_interval`
    public record Snmp(Optional<String> socket, boolean traps, boolean vrrp, boolean rfc2787, boolean rfc6527,
            boolean checkers, Duration virtualAge, Duration realAge) {
        public static final Duration AGE = Duration.ofSeconds(5);
        public static final Snmp NONE = new Snmp(Optional.empty(), false, false, false, false, false, AGE, AGE);
    }
}
