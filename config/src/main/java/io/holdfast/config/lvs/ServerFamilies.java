package io.holdfast.config.lvs;

import io.holdfast.base.Family;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.ServerWalk.Candidate;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.lvs.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The family of a service, and the servers that fit it (1.1): those behind a tunnel may be of any, and the first other
/// one decides what the header leaves open.
final class ServerFamilies {
    private final Reporter report;
    private final List<Candidate> servers = new ArrayList<>();
    private Optional<Family> family;
    private boolean sorryUsable;

    ServerFamilies(ServerWalk walk, Reporter report) {
        this.report = report;
        family = walk.family();
        for (Candidate server : walk.servers()) {
            if (fits(server.endpoint(), server.isTunnel(), server.place(), "real_server")) {
                servers.add(server);
            }
        }
        if (walk.sorry().isPresent()) {
            var method = walk.sorryMethod().isPresent() ? walk.sorryMethod() : walk.method();
            sorryUsable = fits(walk.sorry().get(), method.isPresent() && method.get().isTunnel(), walk.sorryPlace(),
                    "sorry_server");
        }
    }

    private boolean fits(Endpoint endpoint, boolean tunnel, Place place, String what) {
        Family its = endpoint.address().family();
        if (tunnel) {
            return true;
        }
        if (family.isEmpty()) {
            family = Optional.of(its);
        }
        if (family.get() != its) {
            report.add(Problem.SERVER_FAMILY, place,
                    what + " " + endpoint + " is not of the family of its virtual server")
                    .so("it is left out").hinting("only a tunnel leads from one family to the other").done();
        }
        return family.get() == its;
    }

    /// Those that fit.
    List<Candidate> servers() {
        return servers;
    }

    boolean isSorryUsable() {
        return sorryUsable;
    }

    /// What header, settings and servers without a tunnel say; empty if nothing does.
    Optional<Family> family() {
        return family;
    }

    /// For a mark: if there are but tunnels, what they all agree on.
    Family familyOrV4() {
        if (family.isPresent()) {
            return family.get();
        }
        for (Candidate server : servers) {
            if (server.endpoint().address().isV4()) {
                return Family.IPV4;
            }
        }
        return Family.IPV6;
    }
}
