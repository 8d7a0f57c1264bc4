package io.holdfast.sim;

import io.holdfast.vrrp.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Draws a cluster: 2 to 5 machines, 1 to 4 virtual routers, with priorities, preemption, intervals and versions that
/// mostly fit together and sometimes do not.
final class RandomCluster {
    private static final int FIRST_VRID = 51;
    /// Few values, so that equals meet.
    private static final int[] PRIORITIES = {1, 50, 100, 100, 150, 150, 200, 254};
    private static final long[] V2_SECONDS = {1, 1, 1, 2, 3};
    private static final long[] V3_MILLIS = {50, 100, 500, 1000, 1000, 3000};

    /// What the routers of one VRID have in common, unless one of them is drawn to differ.
    private record Router(int vrid, String link, boolean v3, Duration interval, boolean preempting) {}

    private final SplittableRandom chance;
    private final List<Router> routers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    RandomCluster(SplittableRandom chance) {
        this.chance = chance;
        int count = 1 + chance.nextInt(4);
        for (int i = 0; i < count; i++) {
            boolean v3 = chance.nextBoolean();
            routers.add(new Router(FIRST_VRID + i, oneIn(4) ? "eth1" : "eth0", v3, interval(v3), !oneIn(3)));
        }
        int machines = 2 + chance.nextInt(4);
        for (int i = 0; i < machines; i++) {
            names.add("n" + (i + 1));
        }
    }

    List<String> names() {
        return names;
    }

    /// The instances of one machine; drawn again for each reload.
    Instance[] instances() {
        List<Instance> instances = new ArrayList<>();
        for (Router router : routers) {
            if (!oneIn(12)) {
                instances.add(instance(router));
            }
        }
        return instances.toArray(Instance[]::new);
    }

    private Instance instance(Router router) {
        boolean v3 = router.v3 != oneIn(20);
        Duration interval = v3 != router.v3 || oneIn(12) ? interval(v3) : router.interval;
        Instance instance = Instance.vrid(router.vrid).on(router.link).every(interval)
                .priority(oneIn(25) ? Priority.OWNER : PRIORITIES[chance.nextInt(PRIORITIES.length)])
                .downTimerAdverts(downTimerAdverts(v3));
        if (v3) {
            instance.v3();
        } else if (oneIn(25)) {
            instance.password("other");
        }
        preemption(router, instance);
        addresses(router, instance);
        return instance;
    }

    /// One missed advertisement can be told from a late one only where the skew is longer than what packets are late:
    /// not with an interval of 50 ms, which in version 3 anybody may learn.
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

    private void addresses(Router router, Instance instance) {
        instance.address("10.1." + router.vrid + ".1/24");
        if (oneIn(3)) {
            instance.address("10.1." + router.vrid + ".2/24");
        }
        if (oneIn(5)) {
            instance.excludedAddress("10.1." + router.vrid + ".3");
        }
    }

    private Duration interval(boolean v3) {
        return v3 ? Duration.ofMillis(V3_MILLIS[chance.nextInt(V3_MILLIS.length)])
                : Duration.ofSeconds(V2_SECONDS[chance.nextInt(V2_SECONDS.length)]);
    }

    private boolean oneIn(int cases) {
        return chance.nextInt(cases) == 0;
    }
}
