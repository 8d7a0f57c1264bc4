package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.node.InstancePlan;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The routers of one VRID on one segment that understand each other, and whom of them they follow.
final class Election {

    /// Who understands whom: a wrong version, password or, in version 2, interval is refused (`vrrp.md` 2.2), so each
    /// combination elects a master of its own. So does each set of unicast peers.
    ///
    /// @param segment the wire they share
    /// @param parties the group, or all unicast routers, the instance itself included
    record Key(int segment, Set<IpAddress> parties, int vrid, VrrpVersion version, Duration interval,
            Authentication authentication) {

        static Key of(InstancePlan plan, int segment) {
            VrrpSpec spec = plan.spec();
            boolean v2 = spec.version() == VrrpVersion.V2;
            Set<IpAddress> parties = new TreeSet<>(plan.destinations());
            parties.add(plan.local());
            return new Key(segment, parties, spec.virtualRouterId(), spec.version(),
                    v2 ? spec.advertInterval() : Duration.ZERO, v2 ? spec.authentication() : Authentication.NONE);
        }

        @Override
        public String toString() {
            return "VRID " + vrid + " " + version + " among " + parties + " on segment " + segment;
        }
    }

    /// What is drawn for `interface_up_down_delays` is no longer.
    static final long LONGEST_LINK_DELAY = 3_000_000_000L;

    private final Key key;
    private final World world;
    private final List<Member> members = new ArrayList<>();
    private final Bounds bounds = new Bounds();
    private final SoleMasters soleMasters;
    private int masters;
    private long masterlessSince;

    Election(Key key, World world) {
        this.key = key;
        this.world = world;
        this.masterlessSince = world.now();
        this.soleMasters = new SoleMasters(world);
    }

    Key key() {
        return key;
    }

    Bounds bounds() {
        return bounds;
    }

    void add(Member member) {
        members.add(member);
        bounds.include(member.spec());
        count();
    }

    /// Its last advertisement may be on its way, even if it died before it could say that it was master.
    void remove(Member member) {
        members.remove(member);
        soleMasters.changed();
        count();
        if (masters == 0) {
            masterlessSince = world.now();
        }
    }

    /// Something about a member changed.
    void count() {
        int before = masters;
        masters = 0;
        for (Member member : members) {
            if (member.review(world.now())) {
                soleMasters.changed();
            }
            masters += member.isActing() ? 1 : 0;
        }
        if (before > 0 && masters == 0) {
            masterlessSince = world.now();
        }
    }

    /// A member advertises.
    void sent(Member member) {
        soleMasters.sent(member, masters);
    }

    /// Why a member must not go on as master; empty if it may.
    Optional<String> lateReturn(Member member) {
        return soleMasters.lateReturn(member, members);
    }

    /// Whether there is exactly one master, so that nothing needs watching.
    boolean isCalm() {
        return masters == 1 || members.isEmpty();
    }

    /// What has lasted too long; the bounds are those of [Bounds].
    Optional<String> complaint() {
        return masters == 0 ? nobodyTooLong() : severalTooLong();
    }

    private Optional<String> nobodyTooLong() {
        boolean grouped = isGrouped();
        if (grouped && world.elections().areDiscordant()) {
            return Optional.empty();
        }
        long bound = grouped ? world.elections().groupless(LONGEST_LINK_DELAY)
                : bounds.masterless(world.network().longestJourneyEver());
        if (world.now() - masterlessSince <= bound) {
            return Optional.empty();
        }
        for (Member member : members) {
            if (member.isAble() && world.now() - member.ableSince() > bound) {
                return Optional.of(key + ": no master for more than " + inSeconds(bound) + ", although " + member
                        + " could be");
            }
        }
        return Optional.empty();
    }

    private Optional<String> severalTooLong() {
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                if (members.get(i).isActing() && members.get(j).isActing()
                        && isTooLong(members.get(i), members.get(j))) {
                    return Optional.of(key + ": " + members.get(i) + " and " + members.get(j)
                            + " are both master for more than "
                            + inSeconds(bounds.twoMasters(world.network().conditions().longestJourney().toNanos())));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isTooLong(Member one, Member other) {
        Network network = world.network();
        Path there = network.path(one.host(), other.host());
        Path back = network.path(other.host(), one.host());
        if (!there.isOpen() || !back.isOpen() || !network.isLossless()) {
            return false;
        }
        long since = Math.max(network.steadySince(), Math.max(there.changedAt(), back.changedAt()));
        since = Math.max(since, Math.max(one.actingSince(), other.actingSince()));
        since = Math.max(since, Math.max(one.preparedAt(), other.preparedAt()));
        return world.now() - since > bounds.twoMasters(network.conditions().longestJourney().toNanos());
    }

    /// Whether anybody in it is in a sync group.
    boolean isGrouped() {
        for (Member member : members) {
            if (member.isGrouped()) {
                return true;
            }
        }
        return false;
    }

    /// In a quiet network after the settling time: why this is not the expected outcome; empty if it is.
    Optional<String> unsettled() {
        boolean anyoneAble = members.stream().anyMatch(Member::isAble);
        if (masters != 1) {
            return anyoneAble || masters > 1 ? Optional.of(key + ": " + masters + " masters among " + members)
                    : Optional.empty();
        }
        Member master = members.stream().filter(Member::isActing).findFirst().orElseThrow();
        for (Member member : members) {
            if (member.isAble() && member.spec().preempt() && member.priority() > master.priority()) {
                return Optional.of(key + ": " + member + " should have taken over from " + master);
            }
        }
        return Optional.empty();
    }

    private static String inSeconds(long nanos) {
        return nanos / 1_000_000_000.0 + " s";
    }
}
