package io.holdfast.supervise;

import io.holdfast.notify.PipesSpec;

/// What `global_defs` says about everything around the election.
///
/// @param checkers   how the checker process runs
/// @param bfd        how BFD runs
/// @param mail       alert mails
/// @param firewall   packet filter rules
/// @param ipvs       load balancing as a whole
/// @param management SNMP and D-Bus
/// @param files      dumps, and what reloads leave behind
/// @param interfaces names and defaults of interfaces
/// @param processes  receive buffer for reports of processes that start and end
/// @param scripts    what is run at the start and at the end
/// @param pipes      who is told of changes of state through named pipes
public record ServicesSpec(ProcessSpec checkers, ProcessSpec bfd, MailSpec mail, FirewallSpec firewall, IpvsSpec ipvs,
        ManagementSpec management, FilesSpec files, InterfacesSpec interfaces, ReceiveBuffer processes,
        ScriptsSpec scripts, PipesSpec pipes) {
    public static final ServicesSpec DEFAULT = new ServicesSpec(ProcessSpec.DEFAULT, ProcessSpec.DEFAULT,
            MailSpec.NONE, FirewallSpec.NONE, IpvsSpec.DEFAULT, ManagementSpec.NONE, FilesSpec.DEFAULT,
            InterfacesSpec.DEFAULT, ReceiveBuffer.DEFAULT, ScriptsSpec.NONE, PipesSpec.NONE);
}
