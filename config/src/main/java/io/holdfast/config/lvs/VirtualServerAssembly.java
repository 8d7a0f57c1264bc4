package io.holdfast.config.lvs;

import static io.holdfast.config.lvs.VirtualServerKeywords.HYSTERESIS;
import static io.holdfast.config.lvs.VirtualServerKeywords.PERSISTENCE_ENGINE;
import static io.holdfast.config.lvs.VirtualServerKeywords.PERSISTENCE_TIMEOUT;
import static io.holdfast.config.lvs.VirtualServerKeywords.PROTOCOL;
import static io.holdfast.config.lvs.VirtualServerKeywords.QUORUM;

import io.holdfast.base.Family;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.ServerWalk.Candidate;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.lvs.AlertSpec;
import io.holdfast.lvs.Endpoint;
import io.holdfast.lvs.Forwarding;
import io.holdfast.lvs.Granularity;
import io.holdfast.lvs.Persistence;
import io.holdfast.lvs.Protocol;
import io.holdfast.lvs.Quorum;
import io.holdfast.lvs.RealServerSpec;
import io.holdfast.lvs.Scheduler;
import io.holdfast.lvs.Service;
import io.holdfast.lvs.SorryServerSpec;
import io.holdfast.lvs.VirtualServerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Completes and checks one `virtual_server` (1.3, 15.5), in the order in which keepalived does.
final class VirtualServerAssembly {
    private final Draft draft;
    private final ServerTables tables;
    private final Groups groups;
    private final Context context;
    private final Reporter report;
    private final Service service;
    private final String name;
    private final ServerPorts ports;
    private final int usualWeight;

    VirtualServerAssembly(Draft draft, ServerTables tables, Groups groups, Context context) {
        this.draft = draft;
        this.tables = tables;
        this.groups = groups;
        this.context = context;
        report = context.report();
        service = draft.value(VirtualServerKeywords.SERVICE).orElseThrow();
        name = name(service);
        ports = new ServerPorts(service, report);
        usualWeight = draft.value(VirtualServerKeywords.WEIGHT, 1);
    }

    private static String name(Service service) {
        return switch (service) {
            case Service.Address address -> "virtual_server " + address.endpoint();
            case Service.Mark mark -> "virtual_server fwmark " + mark.mark();
            case Service.Group group -> "virtual_server group " + group.name();
        };
    }

    /// The virtual server, unless something drops it, which is then reported.
    Optional<VirtualServerSpec> spec() {
        Optional<Family> known = service instanceof Service.Address address
                ? Optional.of(address.endpoint().address().family()) : Optional.empty();
        ServerWalk walk = new ServerWalk(draft, tables.realServer(), known, report);
        ServerFamilies families = new ServerFamilies(walk, report);
        if (families.servers().isEmpty()) {
            report.add(Problem.NO_REAL_SERVER, place(), name + " has no real server").so(name + " is left out").done();
            return Optional.empty();
        }
        Optional<Groups.Members> group = service instanceof Service.Group named ? groups.find(named.name())
                : Optional.empty();
        if (service instanceof Service.Group && !isUsable(group, families.family())) {
            return Optional.empty();
        }
        Optional<Family> family = group.isPresent() ? familyWith(group.get(), families.family())
                : Optional.of(families.familyOrV4());
        return Optional.of(complete(walk, families, family, group));
    }

    private Place place() {
        return draft.header().place();
    }

    private boolean isUsable(Optional<Groups.Members> group, Optional<Family> family) {
        if (group.isEmpty()) {
            report.add(Problem.NO_GROUP, draft.header().place(), "the group of " + name + " does not exist")
                    .so(name + " is left out").done();
            return false;
        }
        boolean fits = family.isEmpty()
                || (group.get().isOfBothFamilies() ? false : group.get().family().orElse(family.get()) == family.get());
        if (!fits) {
            report.add(Problem.GROUP_FAMILY, place(), "the group of " + name + " is not of the family of its servers")
                    .so(name + " is left out").done();
        }
        return fits;
    }

    private Optional<Family> familyWith(Groups.Members group, Optional<Family> servers) {
        if (group.isOfBothFamilies()) {
            return Optional.empty();
        }
        if (group.family().isEmpty() && servers.isEmpty()) {
            report.add(Problem.GROUP_FAMILY, place(), "nothing tells the family of " + name).so("it is IPv4").done();
            return Optional.of(Family.IPV4);
        }
        return group.family().isPresent() ? group.family() : servers;
    }

    private VirtualServerSpec complete(ServerWalk walk, ServerFamilies families, Optional<Family> family,
            Optional<Groups.Members> group) {
        boolean marks = service instanceof Service.Mark || (group.isPresent() && group.get().marks());
        boolean suspend = draft.has(VirtualServerKeywords.HA_SUSPEND)
                && !clears(marks, VirtualServerKeywords.HA_SUSPEND, "a firewall mark has no address to wait for");
        boolean pureMarks = service instanceof Service.Mark || (group.isPresent() && group.get().isOfMarksOnly());
        Optional<Protocol> protocol = protocol(pureMarks);
        boolean onePacket = draft.has(VirtualServerKeywords.OPS) && !clears(
                !pureMarks && !protocol.equals(Optional.of(Protocol.UDP)), VirtualServerKeywords.OPS,
                "only UDP can be scheduled packet by packet");
        Optional<Persistence> persistence = persistence(walk, group);
        Scheduler scheduler = scheduler(walk);
        List<Candidate> servers = unique(ports.settled(methods(families.servers(), walk), group));
        Quorum quorum = quorum(servers);
        List<RealServerSpec> real = realServers(servers);
        return new VirtualServerSpec(service, family, protocol, scheduler, walk.flags(onePacket), persistence, quorum,
                alerts(), suspend, draft.has(VirtualServerKeywords.OMEGA),
                draft.value(VirtualServerKeywords.VIRTUALHOST), draft.value(VirtualServerKeywords.SNMP_NAME), real,
                sorryServer(walk, families, group, real));
    }

    /// Whether a flag is cleared, which is then reported.
    private boolean clears(boolean wrong, Keyword<Boolean> flag, String message) {
        if (wrong) {
            report.add(Problem.SERVICE_SETTING, draft.last(flag).orElseThrow().place(), message)
                    .so(flag.name() + " of " + name + " is left out").done();
        }
        return wrong;
    }

    private Optional<Protocol> protocol(boolean pureMarks) {
        Optional<Entry<Protocol>> protocol = draft.last(PROTOCOL);
        if (protocol.isPresent() && pureMarks) {
            report.add(Problem.SERVICE_SETTING, protocol.get().word().place(), "a firewall mark says the protocol")
                    .so("protocol of " + name + " is left out").done();
            return Optional.empty();
        }
        if (protocol.isPresent() || !(service instanceof Service.Address)) {
            return draft.value(PROTOCOL);
        }
        usual(name + " does not say its protocol", "it is UDP");
        return Optional.of(Protocol.UDP);
    }

    private void usual(String message, String consequence) {
        report.add(Problem.SERVICE_DEFAULT, place(), message).so(consequence).done();
    }

    private Optional<Persistence> persistence(ServerWalk walk, Optional<Groups.Members> group) {
        Optional<Integer> timeout = draft.value(PERSISTENCE_TIMEOUT);
        boolean asked = timeout.isPresent() || walk.granularity().isPresent();
        boolean allPorts = service instanceof Service.Address address ? !address.endpoint().hasPort()
                : group.isPresent() && group.get().ports().contains(0);
        if (!asked && allPorts) {
            usual(name + " is for all ports, and so has to be persistent", "a client stays with its real server for "
                    + VirtualServerKeywords.USUAL_TIMEOUT_SECONDS + " seconds");
        }
        Optional<Entry<String>> engine = draft.last(PERSISTENCE_ENGINE);
        if (!asked && !allPorts) {
            if (engine.isPresent()) {
                report.add(Problem.INERT, engine.get().word().place(),
                        "persistence_engine does nothing without persistence_timeout").so("it is left out").done();
            }
            return Optional.empty();
        }
        Duration lasting = Duration.ofSeconds(timeout.orElse(VirtualServerKeywords.USUAL_TIMEOUT_SECONDS));
        return Optional.of(new Persistence(lasting, walk.granularity().orElse(Granularity.CLIENT),
                draft.value(PERSISTENCE_ENGINE)));
    }

    private Scheduler scheduler(ServerWalk walk) {
        if (walk.scheduler().isEmpty()) {
            usual(name + " does not say its lvs_sched", "it is wlc");
        }
        return walk.scheduler().orElse(Scheduler.WLC);
    }

    /// IPVS has no two servers of one address and port, however that port was found.
    private List<Candidate> unique(List<Candidate> servers) {
        List<Candidate> unique = new ArrayList<>(servers.size());
        Set<Endpoint> seen = new HashSet<>();
        for (Candidate server : servers) {
            if (seen.add(server.endpoint())) {
                unique.add(server);
            } else {
                report.add(Problem.DUPLICATE_SERVER, server.place(),
                        name + " has a real_server " + server.endpoint() + " already")
                        .so("the first one is used, this one is left out").done();
            }
        }
        return unique;
    }

    /// Gives each server a method.
    private List<Candidate> methods(List<Candidate> servers, ServerWalk walk) {
        List<Candidate> complete = new ArrayList<>(servers.size());
        boolean reported = false;
        for (Candidate server : servers) {
            if (server.method().isEmpty() && walk.method().isEmpty() && !reported) {
                usual(name + " does not say its lvs_method", "it is NAT");
                reported = true;
            }
            Forwarding method = server.method().orElse(walk.method().orElse(Forwarding.NAT));
            complete.add(new Candidate(server.draft(), server.endpoint(), Optional.of(method)));
        }
        return complete;
    }

    private Quorum quorum(List<Candidate> servers) {
        long weights = 0;
        for (Candidate server : servers) {
            weights += weight(server.draft());
        }
        long quorum = draft.value(QUORUM, 1L);
        if (quorum > weights) {
            quorumOf(QUORUM, "the weights of all real servers of " + name + " add up to " + weights, weights);
            quorum = weights;
        }
        long hysteresis = draft.value(HYSTERESIS, 0L);
        if (hysteresis > 0 && hysteresis >= quorum) {
            long lowered = Math.max(0, quorum - 1);
            quorumOf(HYSTERESIS, "hysteresis has to be below the quorum, " + quorum, lowered);
            hysteresis = lowered;
        }
        return new Quorum(quorum, hysteresis);
    }

    private void quorumOf(Keyword<Long> keyword, String message, long corrected) {
        Optional<Entry<Long>> entry = draft.last(keyword);
        report.add(Problem.SERVICE_QUORUM, entry.isPresent() ? entry.get().place() : place(), message)
                .so(keyword.name() + " of " + name + " is " + corrected).done();
    }

    private int weight(Draft server) {
        return server.value(RealServerKeywords.WEIGHT, usualWeight);
    }

    private AlertSpec alerts() {
        return new AlertSpec(context.notification(draft, VirtualServerKeywords.QUORUM_UP, name),
                context.notification(draft, VirtualServerKeywords.QUORUM_DOWN, name),
                draft.value(VirtualServerKeywords.SMTP_ALERT,
                        context.global().mail().alerts().checkers().orElse(false)));
    }

    private List<RealServerSpec> realServers(List<Candidate> candidates) {
        RealServerAssembly assembly = new RealServerAssembly(draft, tables, context);
        List<RealServerSpec> servers = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            servers.add(assembly.spec(candidate, weight(candidate.draft())));
        }
        return servers;
    }

    private Optional<SorryServerSpec> sorryServer(ServerWalk walk, ServerFamilies families,
            Optional<Groups.Members> group, List<RealServerSpec> servers) {
        if (!families.isSorryUsable()) {
            return Optional.empty();
        }
        Forwarding method = walk.sorryMethod().orElse(walk.method().orElse(Forwarding.NAT));
        Endpoint endpoint = ports.settled(walk.sorry().orElseThrow(), method, group, walk.sorryPlace(),
                "sorry_server");
        boolean inhibit = walk.sorryInhibit();
        for (RealServerSpec server : servers) {
            if (server.endpoint().equals(endpoint) && server.inhibitOnFailure() != inhibit) {
                report.add(Problem.SORRY_SERVER, walk.sorryPlace(),
                        "sorry_server " + endpoint + " is a real server, too, with another setting on failure")
                        .so(server.inhibitOnFailure() ? "it gets weight 0 instead of being removed"
                                : "it is removed instead of getting weight 0")
                        .done();
                inhibit = server.inhibitOnFailure();
            }
        }
        return Optional.of(new SorryServerSpec(endpoint, method, inhibit));
    }
}
