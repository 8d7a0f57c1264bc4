package io.holdfast.sim;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// A drawn cluster, drawn trouble, then peace: the cluster must settle, and then keep still.
///
/// Trouble comes at drawn times and any of it may hit while earlier trouble lasts. Nothing is spared: what a machine
/// cannot survive it is restarted from when peace comes.
public final class RandomRun {
    private static final long TROUBLED_MILLIS = 40_000;
    private static final int MOST_TROUBLES = 20;

    private final Simulation sim;
    private final SplittableRandom chance;
    private final RandomCluster cluster;
    private boolean peace;

    /// @param seed of the drawing and of the run
    public RandomRun(long seed) {
        this(seed, Simulation.seeded(seed));
    }

    /// @param sim of the same seed, which nothing was done to yet
    RandomRun(long seed, Simulation sim) {
        this.sim = sim;
        this.chance = new SplittableRandom(~seed);
        this.cluster = new RandomCluster(chance.split());
        for (int i = 0; i < cluster.names().size(); i++) {
            sim.node(cluster.names().get(i), cluster.drift(), cluster.node(i));
        }
        sim.discordant(cluster.isDiscordant());
    }

    /// @return the simulation as it ended
    /// @throws Violation if an invariant broke, or the cluster did not settle or did not keep still
    public Simulation run() {
        int troubles = chance.nextInt(MOST_TROUBLES + 1);
        for (int i = 0; i < troubles; i++) {
            sim.at(Duration.ofNanos(chance.nextLong(TROUBLED_MILLIS * 1_000_000)), this::trouble);
        }
        sim.runFor(Duration.ofMillis(TROUBLED_MILLIS));
        makePeace();
        sim.settle();
        sim.stayCalmFor(Duration.ofSeconds(15));
        return sim;
    }

    private void trouble() {
        Host host = anyHost();
        switch (chance.nextInt(25)) {
            case 0 -> sim.cut(host.name(), anyHost().name());
            case 1 -> sim.cutOneWay(host.name(), anyHost().name());
            case 2 -> isolate(host);
            case 3 -> sim.heal();
            case 4 -> sim.conditions(badConditions());
            case 5 -> pause(host);
            case 6 -> host.kill();
            case 7 -> host.killInTransition(chance.nextInt(7));
            case 8 -> host.stop();
            case 9 -> restart(host);
            case 10 -> host.linkDown(anyLink());
            case 11 -> flap(host);
            case 12 -> deleteAddresses(host);
            case 13, 14 -> host.reload(cluster.node(host.number()));
            case 15 -> unplug(host);
            case 16 -> loseOwnAddresses(host);
            case 17 -> hiccup(host);
            case 18 -> host.loseNotices();
            default -> cluster.around().trouble(host, sim);
        }
    }

    private void isolate(Host host) {
        for (Host other : sim.hosts()) {
            sim.cut(host.name(), other.name());
        }
    }

    private Conditions badConditions() {
        Conditions conditions = Conditions.LAN;
        if (chance.nextBoolean()) {
            conditions = conditions.losing(chance.nextDouble() / 2);
        }
        if (chance.nextBoolean()) {
            conditions = conditions.duplicating(chance.nextDouble() / 2);
        }
        if (chance.nextBoolean()) {
            conditions = conditions.reordering(chance.nextDouble() / 2, Duration.ofMillis(1 + chance.nextInt(3000)));
        }
        if (chance.nextBoolean()) {
            conditions = conditions.corrupting(chance.nextDouble() / 2);
        }
        return chance.nextBoolean() ? conditions
                : conditions.delayed(Duration.ofMillis(1), Duration.ofMillis(2 + chance.nextInt(1500)));
    }

    private void pause(Host host) {
        if (host.isRunning() && !host.isPaused()) {
            if (chance.nextBoolean()) {
                host.pause();
            } else {
                host.freeze();
            }
            sim.at(Duration.ofMillis(chance.nextInt(12_000)), host::resume);
        }
    }

    /// As a garbage collection or a busy machine makes them: too short for anybody to take over, as a rule.
    private void hiccup(Host host) {
        if (host.isRunning() && !host.isPaused()) {
            host.pause();
            sim.at(Duration.ofMillis(chance.nextInt(400)), host::resume);
        }
    }

    private void restart(Host host) {
        host.kill();
        // As often at once, as a parent does it, as some time later.
        int longest = chance.nextBoolean() ? 500 : 6000;
        sim.at(Duration.ofMillis(chance.nextInt(longest)), () -> startIfDown(host));
    }

    private static void startIfDown(Host host) {
        if (!host.isRunning()) {
            host.start();
        }
    }

    private void flap(Host host) {
        String link = anyLink();
        host.linkDown(link);
        sim.at(Duration.ofMillis(chance.nextInt(3000)), () -> host.linkUp(link));
    }

    private void unplug(Host host) {
        String link = anyLink();
        host.unplug(link);
        sim.at(Duration.ofMillis(chance.nextInt(5000)), () -> host.plug(link));
    }

    private void loseOwnAddresses(Host host) {
        String link = anyLink();
        host.takeOwnAddresses(link);
        sim.at(Duration.ofMillis(chance.nextInt(5000)), () -> host.giveOwnAddresses(link));
    }

    /// Once, or again and again, as somebody does who means it.
    private void deleteAddresses(Host host) {
        int times = 1 + chance.nextInt(6);
        for (int i = 0; i < times; i++) {
            sim.at(Duration.ofMillis(chance.nextInt(2000)), () -> {
                if (!peace) {
                    host.deleteAllAddresses();
                }
            });
        }
    }

    private void makePeace() {
        peace = true;
        sim.heal();
        for (Host host : sim.hosts()) {
            cluster.around().rest(host);
            host.spare();
            for (String link : List.of("eth0", "eth1")) {
                host.plug(link);
                host.linkUp(link);
                host.giveOwnAddresses(link);
            }
            if (host.isPaused()) {
                host.resume();
            }
            startIfDown(host);
        }
    }

    private Host anyHost() {
        List<Host> hosts = sim.hosts();
        return hosts.get(chance.nextInt(hosts.size()));
    }

    private String anyLink() {
        return chance.nextInt(4) == 0 ? "eth1" : "eth0";
    }
}
