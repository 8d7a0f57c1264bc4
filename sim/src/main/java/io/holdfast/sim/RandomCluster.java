package io.holdfast.sim;

import io.holdfast.base.Family;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Draws a cluster: 2 to 5 machines, 1 to 4 virtual routers over IPv4 or IPv6, by multicast or unicast, with
/// priorities, preemption, intervals and versions that mostly fit together and sometimes do not.
final class RandomCluster {
    private static final int FIRST_VRID = 51;
    /// Few values, so that equals meet.
    private static final int[] PRIORITIES = {1, 50, 100, 100, 150, 150, 200, 254};
    private static final long[] V2_SECONDS = {1, 1, 1, 2, 3};
    private static final long[] V3_MILLIS = {50, 100, 500, 1000, 1000, 3000};

    /// To whom the routers of a VRID talk.
    private enum Way {
        /// To the group.
        MULTICAST,
        /// Everybody to everybody.
        MESH,
        /// Each machine to the next one and, as another virtual router of the same VRID, to the one before.
        CHAIN
    }

    /// What the routers of one VRID have in common, unless one of them is drawn to differ.
    private record Router(int vrid, int segment, Family family, Way way, boolean v3, Duration interval,
            boolean preempting) {

        String address(int machine) {
            return Interfaces.address(machine, segment, family).toString();
        }

        /// @param number to tell several addresses of a VRID apart
        String virtual(int number) {
            return family == Family.IPV4 ? "10.1." + vrid + "." + number + "/24"
                    : "fe80::" + vrid + ":" + number + ":1/64";
        }
    }

    private final SplittableRandom chance;
    /// The first member of a fitting sync group on the machine that is drawn.
    private Optional<Instance> standard = Optional.empty();
    private final List<Router> routers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    /// VRIDs whose instances form a sync group on each machine.
    private final Set<Integer> grouped = new TreeSet<>();
    private final RandomSurroundings around;
    private final boolean discordant;

    RandomCluster(SplittableRandom chance) {
        this.chance = chance;
        int count = 1 + chance.nextInt(4);
        for (int i = 0; i < count; i++) {
            Family family = oneIn(3) ? Family.IPV6 : Family.IPV4;
            boolean v3 = family == Family.IPV6 || chance.nextBoolean();
            Way way = oneIn(3) ? Way.MESH : oneIn(5) ? Way.CHAIN : Way.MULTICAST;
            routers.add(new Router(FIRST_VRID + i, oneIn(4) ? 1 : 0, family, way, v3, interval(v3), !oneIn(3)));
        }
        discordant = oneIn(8);
        around = new RandomSurroundings(chance.split(), discordant);
        if (count > 1 && oneIn(2)) {
            int size = discordant ? 1 + chance.nextInt(count) : 2 + chance.nextInt(count - 1);
            for (Router router : routers) {
                if (grouped.size() < size && (discordant || router.way != Way.CHAIN)) {
                    grouped.add(router.vrid);
                }
            }
        }
        int machines = 2 + chance.nextInt(4);
        for (int i = 0; i < machines; i++) {
            names.add("n" + (i + 1));
        }
    }

    List<String> names() {
        return names;
    }

    /// Whether the sync groups of different machines need not fit together, so that there may be no state that
    /// satisfies all.
    boolean isDiscordant() {
        return discordant;
    }

    RandomSurroundings around() {
        return around;
    }

    /// The configuration of one machine; drawn again for each reload.
    NodeSpec node(int machine) {
        List<Instance> instances = instances(machine);
        List<String> members = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Instance instance : instances) {
            (isGrouped(instance.vrid()) ? members : others).add(instance.spec().name());
        }
        return Instance.node(instances).in(around.draw(members, others));
    }

    private boolean isGrouped(int vrid) {
        return grouped.contains(vrid);
    }

    private List<Instance> instances(int machine) {
        standard = Optional.empty();
        List<Instance> instances = new ArrayList<>();
        for (Router router : routers) {
            if (router.way == Way.CHAIN) {
                chain(router, machine, instances);
            } else if (isFitted(router) || !oneIn(12)) {
                Instance instance = instance(router);
                addresses(router, 0, instance);
                if (router.way == Way.MESH) {
                    mesh(router, machine, instance);
                }
                instances.add(instance);
            }
        }
        return instances;
    }

    /// The source is said, or an address that a killed daemon left behind could become it while our own is gone.
    private void mesh(Router router, int machine, Instance instance) {
        List<String> peers = new ArrayList<>();
        for (int other = 0; other < names.size(); other++) {
            if (other != machine) {
                peers.add(router.address(other));
            }
        }
        instance.from(router.address(machine));
        if (oneIn(2)) {
            instance.onlyPeers(peers.toArray(String[]::new));
        } else {
            instance.ttl(64).peers(peers.toArray(String[]::new));
        }
    }

    private void chain(Router router, int machine, List<Instance> instances) {
        for (int other : new int[] {machine - 1, machine + 1}) {
            if (other >= 0 && other < names.size() && !oneIn(12)) {
                int place = Math.min(machine, other);
                Instance instance = instance(router).named("VI_" + router.vrid + "_" + place)
                        .from(router.address(machine)).onlyPeers(router.address(other));
                addresses(router, 10 * (place + 1), instance);
                instances.add(instance);
            }
        }
    }

    /// Of a member of a sync group that fits together on all machines, so that the group can move as one.
    private boolean isFitted(Router router) {
        return !discordant && isGrouped(router.vrid);
    }

    private Instance instance(Router router) {
        boolean fitted = isFitted(router);
        boolean v3 = router.family == Family.IPV6 || router.v3 != (!fitted && oneIn(20));
        Duration interval = !fitted && (v3 != router.v3 || oneIn(12)) ? interval(v3) : router.interval;
        Instance instance = Instance.vrid(router.vrid).on("eth" + router.segment).every(interval)
                .priority(!fitted && oneIn(25) ? Priority.OWNER : PRIORITIES[chance.nextInt(PRIORITIES.length)])
                .downTimerAdverts(downTimerAdverts(v3));
        if (router.family == Family.IPV6) {
            instance.v6();
        } else if (v3) {
            instance.v3();
        } else if (!fitted && oneIn(25)) {
            instance.password("other");
        }
        preemption(router, instance);
        if (fitted) {
            Instance like = standard.orElse(instance);
            standard = Optional.of(like);
            instance.electedLike(like);
        }
        return instance;
    }

    /// One missed advertisement can be told from a late one only where the skew is longer than what packets are late
    /// and clocks are wrong: not with an interval of 50 ms, which in version 3 anybody may learn.
    private int downTimerAdverts(boolean v3) {
        if (!v3 && oneIn(8)) {
            return 1;
        }
        return oneIn(6) ? 2 + chance.nextInt(4) : 3;
    }

    private void preemption(Router router, Instance instance) {
        if (!router.preempting || oneIn(10)) {
            instance.nopreempt();
        } else if (oneIn(6)) {
            instance.preemptDelay(Duration.ofMillis(500 + chance.nextInt(8000)));
        }
    }

    private void addresses(Router router, int first, Instance instance) {
        instance.address(router.virtual(first + 1));
        if (oneIn(3)) {
            instance.address(router.virtual(first + 2));
        }
        if (oneIn(5)) {
            instance.excludedAddress(router.virtual(first + 3));
        }
    }

    /// How much a clock gains in a second, in microseconds.
    int drift() {
        return oneIn(3) ? 0 : chance.nextInt(2 * Clock.MAX_DRIFT_PPM + 1) - Clock.MAX_DRIFT_PPM;
    }

    private Duration interval(boolean v3) {
        return v3 ? Duration.ofMillis(V3_MILLIS[chance.nextInt(V3_MILLIS.length)])
                : Duration.ofSeconds(V2_SECONDS[chance.nextInt(V2_SECONDS.length)]);
    }

    private boolean oneIn(int cases) {
        return chance.nextInt(cases) == 0;
    }
}
