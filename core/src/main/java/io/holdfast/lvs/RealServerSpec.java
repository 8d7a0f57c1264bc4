package io.holdfast.lvs;

import io.holdfast.health.CheckSpec;
import java.util.List;
import java.util.Optional;

/// One server behind a virtual server.
///
/// @param endpoint         where it is; without a port where marks or groups say nothing about ports
/// @param forwarding       how packets get there
/// @param weight           0 to 2147483647
/// @param limits           connections at which it is left out and taken back
/// @param inhibitOnFailure a failed server gets weight 0 instead of being removed
/// @param alpha            it is down until its checks have succeeded
/// @param alerts      who is told when it comes up or goes down
/// @param virtualHost      name that HTTP checks ask for unless they have their own
/// @param snmpName         what SNMP calls it
/// @param checks           what has to succeed for it to be up; without any it always is
public record RealServerSpec(Endpoint endpoint, Forwarding forwarding, int weight, Limits limits,
        boolean inhibitOnFailure, boolean alpha, AlertSpec alerts, Optional<String> virtualHost,
        Optional<String> snmpName, List<CheckSpec> checks) {
    public RealServerSpec {
        checks = List.copyOf(checks);
        if (weight < 0) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }

    /// The same server behind another port.
    public RealServerSpec withPort(int port) {
        return new RealServerSpec(endpoint.withPort(port), forwarding, weight, limits, inhibitOnFailure, alpha, alerts,
                virtualHost, snmpName, checks);
    }

    /// @param upper connections above which it gets no more, up to 4294967295; 0 for any number
    /// @param lower connections below which it gets some again, up to 4294967295; 0 for the kernel's choice
    public record Limits(long upper, long lower) {
        public static final Limits NONE = new Limits(0, 0);
    }
}
