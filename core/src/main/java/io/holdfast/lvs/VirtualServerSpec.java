package io.holdfast.lvs;

import io.holdfast.base.Family;
import java.util.List;
import java.util.Optional;

/// A service and the real servers behind it, checked and completed (1.3).
///
/// @param service    what it answers to
/// @param family     of the service; empty for a group of both families
/// @param protocol   always there for an address; empty for marks
/// @param scheduler  how a real server is picked
/// @param flags      what the scheduler is told
/// @param persistence whether clients stay with their server
/// @param quorum     how much weight has to be alive
/// @param alerts      who is told when quorum is gained or lost
/// @param haSuspend  real servers are checked only while the address of the service is on this machine
/// @param omega      those who are told when something goes down are told at the end of the process, too
/// @param virtualHost name that HTTP checks ask for unless they have their own
/// @param snmpName   what SNMP calls it
/// @param realServers at least one, in the order of the configuration, no address and port twice
/// @param sorryServer who answers below quorum
public record VirtualServerSpec(Service service, Optional<Family> family, Optional<Protocol> protocol,
        Scheduler scheduler, SchedulingFlags flags, Optional<Persistence> persistence, Quorum quorum,
        AlertSpec alerts, boolean haSuspend, boolean omega, Optional<String> virtualHost, Optional<String> snmpName,
        List<RealServerSpec> realServers, Optional<SorryServerSpec> sorryServer) {
    public VirtualServerSpec {
        realServers = List.copyOf(realServers);
        if (realServers.isEmpty()) {
            throw new IllegalArgumentException(service + " has no real server");
        }
    }
}
