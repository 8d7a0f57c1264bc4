package io.holdfast.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The wires. Interfaces of the same place in the lists of their machines are on the same segment; a cut separates two
/// machines on all of them.
final class Network {
    private final World world;
    private final SplittableRandom chance;
    private final List<Host> hosts = new ArrayList<>();
    /// From, then to.
    private final List<List<Path>> paths = new ArrayList<>();
    private Conditions conditions = Conditions.LAN;
    private long longestJourney = Conditions.LAN.longestJourney().toNanos();
    private long steadySince;

    Network(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    void connect(Host host) {
        hosts.add(host);
        List<Path> fromHost = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            fromHost.add(new Path(world.now()));
            if (i < paths.size()) {
                paths.get(i).add(new Path(world.now()));
            }
        }
        paths.add(fromHost);
    }

    /// To everybody else on the segment who has to look at it: all of a group, or the one that has the address.
    void send(Host from, int segment, Packet packet) {
        List<Path> fromHost = paths.get(from.number());
        for (int i = 0; i < hosts.size(); i++) {
            if (i != from.number() && fromHost.get(i).isOpen()
                    && (packet.destination().isMulticast() || hosts.get(i).owns(segment, packet.destination()))) {
                carry(fromHost.get(i), hosts.get(i), segment, packet);
            }
        }
    }

    private void carry(Path path, Host to, int segment, Packet packet) {
        if (happens(conditions.loss())) {
            return;
        }
        int copies = happens(conditions.duplication()) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            Packet carried = happens(conditions.corruption()) ? Damage.done(packet, chance) : packet;
            world.at(path.arrival(world.now(), conditions, chance), () -> to.arrive(segment, carried));
        }
    }

    private boolean happens(double share) {
        return share > 0 && chance.nextDouble() < share;
    }

    Path path(Host from, Host to) {
        return paths.get(from.number()).get(to.number());
    }

    void healCuts() {
        for (List<Path> fromHost : paths) {
            for (Path path : fromHost) {
                path.set(true, world.now());
            }
        }
    }

    Conditions conditions() {
        return conditions;
    }

    /// Packets on their way keep the conditions they were sent under.
    void conditions(Conditions changed) {
        steadySince = Math.max(steadySince, world.now() + conditions.longestJourney().toNanos());
        conditions = changed;
        longestJourney = Math.max(longestJourney, changed.longestJourney().toNanos());
    }

    /// Since when every packet under way was sent under the present conditions.
    long steadySince() {
        return steadySince;
    }

    /// The longest journey under any conditions of this run.
    long longestJourneyEver() {
        return longestJourney;
    }

    boolean isLossless() {
        return conditions.loss() == 0 && conditions.corruption() == 0;
    }
}
