package io.holdfast.config.lvs;

import io.holdfast.base.Family;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.lvs.Endpoint;
import io.holdfast.lvs.Forwarding;
import io.holdfast.lvs.Granularity;
import io.holdfast.lvs.Scheduler;
import io.holdfast.lvs.SchedulingFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the order of lines decides in a `virtual_server`: a method is for the real servers below it, an option of a
/// scheduler or of the sorry server for what stands above it (1.3).
final class ServerWalk {
    private final Reporter report;
    private final Keyword<Draft> realServer;
    private final List<Candidate> servers = new ArrayList<>();
    private Optional<Family> family;
    private Optional<Scheduler> scheduler = Optional.empty();
    private boolean first;
    private boolean second;
    private boolean third;
    private Optional<Forwarding> method = Optional.empty();
    private Optional<Granularity> granularity = Optional.empty();
    private Optional<Endpoint> sorry = Optional.empty();
    private Optional<Place> sorryPlace = Optional.empty();
    private Optional<Forwarding> sorryMethod = Optional.empty();
    private boolean sorryInhibit;

    /// A real server, the family of which is not looked at yet.
    ///
    /// @param method what was said about it, or for those below; empty if nothing was
    record Candidate(Draft draft, Endpoint endpoint, Optional<Forwarding> method) {
        boolean isTunnel() {
            return method.isPresent() && method.get().isTunnel();
        }

        Candidate withPort(int port) {
            return new Candidate(draft, endpoint.withPort(port), method);
        }

        Place place() {
            return draft.header().place();
        }
    }

    /// @param family of the service, as far as its header says
    ServerWalk(Draft draft, Keyword<Draft> realServer, Optional<Family> family, Reporter report) {
        this.report = report;
        this.realServer = realServer;
        this.family = family;
        for (Entry<?> entry : draft.entries()) {
            take(entry);
        }
    }

    List<Candidate> servers() {
        return servers;
    }

    Optional<Family> family() {
        return family;
    }

    Optional<Scheduler> scheduler() {
        return scheduler;
    }

    SchedulingFlags flags(boolean onePacket) {
        return new SchedulingFlags(first, second, third, onePacket);
    }

    /// What `lvs_method` says last.
    Optional<Forwarding> method() {
        return method;
    }

    Optional<Granularity> granularity() {
        return granularity;
    }

    Optional<Endpoint> sorry() {
        return sorry;
    }

    Place sorryPlace() {
        return sorryPlace.orElseThrow();
    }

    Optional<Forwarding> sorryMethod() {
        return sorryMethod;
    }

    boolean sorryInhibit() {
        return sorryInhibit;
    }

    private void take(Entry<?> entry) {
        Keyword<?> keyword = entry.keyword();
        if (keyword == realServer && entry.value() instanceof Draft server) {
            realServer(server);
        } else if (entry.value() instanceof Scheduler named) {
            scheduler = Optional.of(named);
        } else if (entry.value() instanceof Forwarding forwarding) {
            forwarding(entry, forwarding);
        } else if (entry.value() instanceof Family named) {
            family(entry, named);
        } else if (entry.value() instanceof Granularity clients) {
            granularity(entry, clients);
        } else if (keyword == VirtualServerKeywords.SORRY_SERVER && entry.value() instanceof Endpoint endpoint) {
            sorry = Optional.of(endpoint);
            sorryPlace = Optional.of(entry.place());
            sorryMethod = Optional.empty();
            sorryInhibit = false;
        } else if (keyword == VirtualServerKeywords.SORRY_SERVER_INHIBIT) {
            sorryInhibit = isBehindSorry(entry);
        } else {
            flag(entry);
        }
    }

    private void realServer(Draft server) {
        Optional<Forwarding> own = server.value(RealServerKeywords.LVS_METHOD);
        servers.add(new Candidate(server, server.value(RealServerKeywords.ENDPOINT).orElseThrow(),
                own.isPresent() ? own : method));
    }

    private void forwarding(Entry<?> entry, Forwarding forwarding) {
        if (entry.keyword() == VirtualServerKeywords.LVS_METHOD) {
            method = Optional.of(forwarding);
        } else if (isBehindSorry(entry)) {
            sorryMethod = Optional.of(forwarding);
        }
    }

    private boolean isBehindSorry(Entry<?> entry) {
        if (sorry.isEmpty()) {
            left(entry, entry.keyword().name() + " stands before any sorry_server");
        }
        return sorry.isPresent();
    }

    private void family(Entry<?> entry, Family named) {
        if (family.isPresent() && family.get() != named) {
            left(entry, "ip_family contradicts the family that the service has");
        } else {
            family = Optional.of(named);
        }
    }

    private void granularity(Entry<?> entry, Granularity clients) {
        Family its = clients instanceof Granularity.Mask ? Family.IPV4 : Family.IPV6;
        if (family.isPresent() && family.get() != its) {
            left(entry, "persistence_granularity is not of the family of the service");
            return;
        }
        family = Optional.of(its);
        granularity = Optional.of(clients);
    }

    private void flag(Entry<?> entry) {
        Keyword<?> keyword = entry.keyword();
        if (keyword == VirtualServerKeywords.FLAG_1) {
            first = true;
        } else if (keyword == VirtualServerKeywords.FLAG_2) {
            second = true;
        } else if (keyword == VirtualServerKeywords.FLAG_3) {
            third = true;
        } else if (keyword == VirtualServerKeywords.SH_FALLBACK) {
            first |= isFor(entry, Scheduler.SH);
        } else if (keyword == VirtualServerKeywords.MH_FALLBACK) {
            first |= isFor(entry, Scheduler.MH);
        } else if (keyword == VirtualServerKeywords.SH_PORT) {
            second |= isFor(entry, Scheduler.SH);
        } else if (keyword == VirtualServerKeywords.MH_PORT) {
            second |= isFor(entry, Scheduler.MH);
        } else if (keyword == VirtualServerKeywords.HASHED && !is(Scheduler.SH) && !is(Scheduler.MH)) {
            left(entry, "hashed does nothing");
        }
    }

    private boolean isFor(Entry<?> entry, Scheduler wanted) {
        if (!is(wanted)) {
            left(entry, entry.keyword().name() + " needs lvs_sched " + wanted.kernelName() + " above it");
        }
        return is(wanted);
    }

    private boolean is(Scheduler wanted) {
        return scheduler.isPresent() && scheduler.get() == wanted;
    }

    private void left(Entry<?> entry, String message) {
        report.add(Problem.SERVICE_SETTING, entry.word().place(), message).so("the line is left out").done();
    }
}
