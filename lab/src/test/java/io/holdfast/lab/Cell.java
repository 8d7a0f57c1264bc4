package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Two nodes on a segment with a capture running: what most scenarios need.
///
/// Bounds are those of the protocol, widened: from below by what a clock may be off, from above by what a busy machine
/// may be late. Exact figures are the benchmark's business.
final class Cell implements AutoCloseable {
    static final String VIP = "10.99.0.100";
    static final Duration PATIENCE = Duration.ofSeconds(40);
    static final double LATE = 4;

    private static final double EARLY = 0.02;

    final Lab lab;
    final Host a;
    final Host b;
    final Capture wire;
    private final Party first;
    private final Party second;

    private Cell(Party first, Party second, Lab lab, boolean ownOnly) {
        this.first = first;
        this.second = second;
        this.lab = lab;
        a = lab.host("a", "10.99.0.1");
        b = lab.host("b", "10.99.0.2");
        wire = lab.own(ownOnly ? Capture.startFor(lab.segment(), a, b) : Capture.start(lab.segment()));
    }

    static Cell open(Pair pair) {
        return open(Party.of(pair.first()), Party.of(pair.second()));
    }

    static Cell open(Party first, Party second) {
        return open(first, second, false);
    }

    /// One whose capture leaves out what others than the two nodes advertise.
    static Cell openDeafToOthers(Pair pair) {
        return open(Party.of(pair.first()), Party.of(pair.second()), true);
    }

    private static Cell open(Party first, Party second, boolean ownOnly) {
        Machine.mustRun(first, second);
        Lab lab = Lab.open("cell");
        try {
            return new Cell(first, second, lab, ownOnly);
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    Daemon startA(Instance... instances) {
        return first.start(lab, a, instances);
    }

    /// The same with a whole configuration.
    Daemon startA(String configuration) {
        return Daemon.start(lab, a, first.software(), configuration);
    }

    Daemon startB(Instance... instances) {
        return second.start(lab, b, instances);
    }

    /// Starts the first node and waits until it serves, then the second and waits until it stands by.
    Nodes masterAndBackup(Instance master, Instance backup) {
        Daemon first = startA(master);
        a.expectHolds(VIP, true, PATIENCE);
        Daemon second = startB(backup);
        standsBy(second, backup);
        return new Nodes(first, second);
    }

    record Nodes(Daemon first, Daemon second) {}

    void standsBy(Daemon daemon, Instance instance) {
        daemon.expectLine("(" + instance.name() + ") Entering BACKUP STATE", PATIENCE);
    }

    /// The present moment on the wire.
    int now() {
        return wire.packets().position();
    }

    /// The second node with a whole configuration.
    Daemon startB(String configuration) {
        return Daemon.start(lab, b, second.software(), configuration);
    }

    /// One node has an address and the other does not.
    void expectServes(Host server, String vip) {
        server.expectHolds(vip, true, PATIENCE);
        (server == a ? b : a).expectHolds(vip, false, PATIENCE);
    }

    /// The second node announces the address and has it.
    Advert expectTakeoverByB(Instance instance, int since) {
        Advert first = wire.expectAdvert(b, instance.vrid(), since, PATIENCE);
        wire.expectAnnouncement(VIP, since, PATIENCE);
        b.expectHolds(VIP, true, PATIENCE);
        return first;
    }

    /// A host goes on advertising for a number of intervals while another says nothing.
    void onlyOneSpeaks(Host speaker, Host silent, Instance instance, int adverts) {
        int position = now();
        wire.packets().expect(adverts + " adverts of " + speaker.name(), position,
                _ -> wire.adverts(speaker, instance.vrid(), position).count() >= adverts,
                Duration.ofMillis((long) (adverts * instance.interval() * 1000)).plus(PATIENCE));
        assertThat(wire.adverts(silent, instance.vrid(), position)).as("adverts of " + silent.name()).isEmpty();
    }

    /// Waits until a host advertises twice while another says nothing in between.
    void expectAlone(Host speaker, Host silent, Instance instance) {
        AtomicInteger inARow = new AtomicInteger();
        wire.packets().expect(speaker.name() + " to advertise alone", now(), packet -> {
            if (!(packet instanceof Advert advert) || advert.vrid() != instance.vrid()) {
                return false;
            }
            if (silent.sendsFrom(advert.source())) {
                inARow.set(0);
            }
            return speaker.sendsFrom(advert.source()) && inARow.incrementAndGet() == 2;
        }, PATIENCE);
    }

    /// The time between two advertisements is at least so many seconds, and not much more.
    static void assertWait(Advert last, Advert first, double seconds) {
        double waited = Duration.between(last.at(), first.at()).toNanos() / 1e9;
        assertThat(waited).as("seconds from %s to %s", last, first).isBetween(seconds - EARLY, seconds + LATE);
    }

    @Override
    public void close() {
        lab.close();
    }
}
