package io.holdfast.sim;

import io.holdfast.vrrp.VrrpSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who advertised as the only master of an election, and when last: whether a killed master may be back is judged by
/// what the network saw of it, not by its journal.
final class SoleMasters {
    private record Sole(VrrpSpec spec, int priority, long at) {}

    private final World world;
    private final Map<Host, Sole> last = new HashMap<>();
    private long changedAt;

    SoleMasters(World world) {
        this.world = world;
    }

    /// Somebody began or ceased to be master.
    void changed() {
        changedAt = world.now();
    }

    void sent(Member member, int masters) {
        // What former masters sent may still be under way.
        if (masters == 1 && member.isActing() && world.now() - changedAt > world.network().longestJourneyEver()) {
            last.put(member.host(), new Sole(member.spec(), member.priority(), world.now()));
        } else if (member.isActing()) {
            last.remove(member.host());
        }
    }

    /// Somebody who followed this machine became master since it was last heard. Only where the network was quiet: what
    /// is late or lost makes a backup master sooner.
    Optional<String> lateReturn(Member back, List<Member> members) {
        Sole sole = last.get(back.host());
        if (sole == null || world.network().longestJourneyEver() > Conditions.LAN.longestJourney().toNanos()) {
            return Optional.empty();
        }
        for (Member other : members) {
            if (other.isActing() && other.actingSince() > sole.at && followed(other, back.host(), sole)) {
                return Optional.of(back + " goes on as master, although " + other + " followed it and has been master "
                        + "for " + (world.now() - other.actingSince()) / 1_000_000_000.0 + " s");
            }
        }
        return Optional.empty();
    }

    private boolean followed(Member other, Host host, Sole sole) {
        Path path = world.network().path(host, other.host());
        return other.host() != host && other.priority() < sole.priority && other.preparedAt() < sole.at
                && other.spec().downTimerAdverts() >= Math.min(3, sole.spec.downTimerAdverts())
                && path.isOpen() && path.changedAt() < sole.at && other.ableSince() < sole.at;
    }
}
