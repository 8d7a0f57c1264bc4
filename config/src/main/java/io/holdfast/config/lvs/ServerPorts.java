package io.holdfast.config.lvs;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.ServerWalk.Candidate;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.lvs.Endpoint;
import io.holdfast.lvs.Forwarding;
import io.holdfast.lvs.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ports of servers (1.3): only NAT can change the port of a packet.
final class ServerPorts {
    private final Service service;
    private final Reporter report;

    ServerPorts(Service service, Reporter report) {
        this.service = service;
        this.report = report;
    }

    /// The servers with the ports they really have.
    ///
    /// @param servers each with a method
    List<Candidate> settled(List<Candidate> servers, Optional<Groups.Members> group) {
        List<Candidate> settled = new ArrayList<>(servers.size());
        for (Candidate server : servers) {
            Endpoint endpoint = settled(server.endpoint(), server.method().orElseThrow(), group, server.place(),
                    "real_server");
            settled.add(server.withPort(endpoint.port()));
        }
        return settled;
    }

    /// One server with the port it really has.
    ///
    /// @param place where it stands
    /// @param what  what it is
    Endpoint settled(Endpoint server, Forwarding method, Optional<Groups.Members> group, Place place, String what) {
        return switch (service) {
            case Service.Address address -> behindAddress(server, address.endpoint().port(), method, place, what);
            case Service.Mark _ -> {
                if (!method.isNat() && server.hasPort()) {
                    report(place, what + " " + server + " has a port, but only NAT can change that of a packet",
                            "its port is left out");
                    yield server.withPort(0);
                }
                yield server;
            }
            case Service.Group _ -> {
                boolean differs = group.isPresent() && server.hasPort() && !method.isNat()
                        && differs(group.get().ports(), server.port());
                if (differs) {
                    report(place, what + " " + server + " has another port than its group",
                            "packets keep the port they came to");
                }
                yield server;
            }
        };
    }

    private static boolean differs(List<Integer> ports, int port) {
        for (int other : ports) {
            if (other != port) {
                return true;
            }
        }
        return false;
    }

    private Endpoint behindAddress(Endpoint server, int port, Forwarding method, Place place, String what) {
        if (!server.hasPort()) {
            return server.withPort(port);
        }
        if (method.isNat() || server.port() == port) {
            return server;
        }
        report(place, what + " " + server + " has another port than its service, but only NAT can change that of a"
                + " packet", "its port is " + (port == 0 ? "left out" : Integer.toString(port)));
        return server.withPort(port);
    }

    private void report(Place place, String message, String consequence) {
        report.add(Problem.SERVER_PORT, place, message).so(consequence).done();
    }
}
