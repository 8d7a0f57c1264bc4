package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet;
import io.holdfast.lab.wire.Packet.Advert;
import io.holdfast.lab.wire.Packet.Announcement;
import io.holdfast.lab.wire.Packet.Arp;
import io.holdfast.lab.wire.Packet.Envelope;
import io.holdfast.lab.wire.Packet.NeighbourSolicit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Conformance items that can be seen from outside, with Holdfast on node A (`conformance-items.md`). What goes on
/// inside is shown exactly by the tests of the same items in core.
@Tag("lab")
class ConformanceLabTest {
    private static final String PLAIN = "io.holdfast.lab.Dialect#plain";

    private static Cell cell() {
        return Cell.open(Party.HOLDFAST, Party.KEEPALIVED);
    }

    /// Two virtual routers, each node master of one and backup of the other.
    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_1_2_eachOfSeveralVirtualRoutersFailsOverAlone(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance one = dialect.instance(cell.a, cell.b);
            Instance two = one.vrid(52).vip(dialect.v6()
                    ? new String[] {"fe80::99:101/64", "fd00:99::101/64"} : new String[] {"10.99.0.101"});
            String vipOfTwo = dialect.v6() ? "fd00:99::101" : "10.99.0.101";
            Daemon first = cell.startA(one.priority(200), two);
            cell.startB(one, two.priority(200));
            cell.expectAlone(cell.a, cell.b, one);
            cell.expectAlone(cell.b, cell.a, two);
            cell.b.expectHolds(vipOfTwo, true, Cell.PATIENCE);
            int settled = cell.now();
            int watched = cell.b.watch().changes().position();

            first.crash();
            cell.b.expectHolds(dialect.vip(), true, Cell.PATIENCE);
            cell.startA(one.priority(200), two);
            cell.expectAlone(cell.a, cell.b, one);
            cell.b.expectHolds(dialect.vip(), false, Cell.PATIENCE);

            assertThat(cell.wire.adverts(cell.a, two.vrid(), settled)).isEmpty();
            assertThat(cell.b.watch().changes().from(watched)).noneMatch(change -> change.ip().equals(vipOfTwo));
        }
    }

    /// At an interval of ten seconds anybody else would wait for half a minute.
    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_2_1_anOwnerAdvertisesAndAnnouncesAtOnce(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance owner = dialect.instance(cell.a, cell.b).priority(255).interval(10);
            Daemon.start(cell.lab, cell.a, Software.HOLDFAST, owner.text().replace("state BACKUP", "state MASTER"));
            assertThat(cell.wire.expectAdvert(cell.a, owner.vrid(), 0, Cell.PATIENCE).priority()).isEqualTo(255);
            cell.wire.expectAnnouncement(dialect.vip(), 0, Cell.PATIENCE);
            cell.a.expectHolds(dialect.vip(), true, Cell.PATIENCE);
        }
    }

    /// The last word before the silence is an advertisement that is not there, so it counts from the start.
    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_2_3_afterSilenceItAdvertisesThenAnnouncesAndServes(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance instance = dialect.instance(cell.a, cell.b);
            Instant start = Instant.now();
            cell.startA(instance);
            Advert advert = cell.wire.expectAdvert(cell.a, instance.vrid(), 0, Cell.PATIENCE);
            Announcement news = cell.wire.expectAnnouncement(dialect.vip(), 0, Cell.PATIENCE);
            assertThat(advert.at()).isAfter(start.plusMillis((long) (instance.downInterval() * 1000)));
            List<Packet> seen = cell.wire.packets().all();
            assertThat(seen.indexOf(advert)).isLessThan(seen.indexOf(news));
            assertThat(news.mac()).isEqualTo(cell.a.mac());
            cell.a.expectHolds(dialect.vip(), true, Cell.PATIENCE);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_2_2_aBackupDoesNotAnswerForTheAddress(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance patient = dialect.instance(cell.a, cell.b).interval(20);
            cell.standsBy(cell.startA(patient), patient);
            Host client = cell.lab.host("c", "10.99.0.9");
            askWhere(client, dialect.vip());
            // The kernel asks again after a second without an answer.
            expectQuestion(cell, dialect.vip(), expectQuestion(cell, dialect.vip(), 0) + 1);
            assertThat(cell.wire.packets().all()).noneMatch(isAnnouncementOf(dialect.vip()));
            assertThat(cell.a.holds(dialect.vip())).isFalse();
            assertThat(cell.wire.adverts(cell.a, patient.vrid(), 0)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_2_5_aMasterAnswersForTheAddress(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance instance = dialect.instance(cell.a, cell.b);
            cell.startA(instance);
            cell.expectAlone(cell.a, cell.b, instance);
            Host client = cell.lab.host("c", "10.99.0.9");
            int asked = cell.now();
            askWhere(client, dialect.vip());
            Announcement answer = (Announcement) cell.wire.packets().expect("an answer for " + dialect.vip(), asked,
                    packet -> isAnnouncementOf(dialect.vip()).test(packet)
                            && !((Announcement) packet).isUnsolicited(),
                    Cell.PATIENCE);
            assertThat(answer.mac()).isEqualTo(cell.a.mac());
            try (Client pinger = Client.start(client, dialect.vip())) {
                assertThat(pinger.longestGap()).isLessThan(Cell.PATIENCE);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_2_6_aStoppedMasterResignsAndFallsSilent(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance instance = dialect.instance(cell.a, cell.b);
            Daemon daemon = cell.startA(instance);
            cell.expectAlone(cell.a, cell.b, instance);
            daemon.terminate();
            Advert last = cell.wire.expectAdvert(cell.a, instance.vrid(), 0, advert -> advert.priority() == 0,
                    Cell.PATIENCE);
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            cell.a.expectHolds(dialect.vip(), false, Cell.PATIENCE);
            assertThat(cell.wire.lastAdvert(cell.a, instance.vrid())).contains(last);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_3_1_advertisementsComeAtTheInterval(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance instance = dialect.instance(cell.a, cell.b);
            cell.startA(instance);
            cell.wire.packets().expect("six adverts", 0,
                    _ -> cell.wire.adverts(cell.a, instance.vrid(), 0).count() >= 6, Cell.PATIENCE);
            List<Advert> adverts = cell.wire.adverts(cell.a, instance.vrid(), 0).limit(6).toList();
            // The schedule is absolute: one that was late does not delay the others.
            double seconds = Duration.between(adverts.getFirst().at(), adverts.getLast().at()).toNanos() / 1e9;
            assertThat(seconds).isBetween(5 * instance.interval() - 0.1, 5 * instance.interval() + Cell.LATE);
            assertThat(adverts).allMatch(advert -> advert.interval() == rawInterval(instance));
        }
    }

    /// In version 2 the two do not hear each other; in version 3 a backup waits by its master's interval.
    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_3_1_anotherIntervalIsDiscardedOrLearnt(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance ours = dialect.instance(cell.a, cell.b);
            Instance slower = dialect.instance(cell.b, cell.a).priority(200).interval(2 * ours.interval());
            Daemon other = cell.startB(slower);
            cell.b.expectHolds(dialect.vip(), true, Cell.PATIENCE);
            Daemon daemon = cell.startA(ours);
            if (ours.version() == 2) {
                cell.a.expectHolds(dialect.vip(), true, Cell.PATIENCE);
                assertThat(cell.b.holds(dialect.vip())).isTrue();
            } else {
                cell.standsBy(daemon, ours);
                cell.onlyOneSpeaks(cell.b, cell.a, slower, 3);
                other.crash();
                Advert last = cell.wire.lastAdvert(cell.b, slower.vrid()).orElseThrow();
                Advert taken = cell.wire.expectAdvert(cell.a, ours.vrid(), 0, Cell.PATIENCE);
                Cell.assertWait(last, taken, 2 * ours.downInterval());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_3_2_afterAResignationTheSkewIsWaitedFor(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance weakest = dialect.instance(cell.a, cell.b).priority(1);
            Daemon other = weAreBackup(cell, dialect, weakest);
            int stop = cell.now();
            other.terminate();
            Advert resigned = cell.wire.expectAdvert(cell.b, weakest.vrid(), stop, advert -> advert.priority() == 0,
                    Cell.PATIENCE);
            Cell.assertWait(resigned, cell.wire.expectAdvert(cell.a, weakest.vrid(), stop, Cell.PATIENCE),
                    weakest.skew());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_3_3_afterSilenceTheMasterDownIntervalIsWaitedFor(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance weakest = dialect.instance(cell.a, cell.b).priority(1);
            weAreBackup(cell, dialect, weakest).crash();
            Advert last = cell.wire.lastAdvert(cell.b, weakest.vrid()).orElseThrow();
            Cell.assertWait(last, cell.wire.expectAdvert(cell.a, weakest.vrid(), 0, Cell.PATIENCE),
                    weakest.downInterval());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PLAIN)
    void item_3_4_onlyAnOwnerDisturbsAMasterItMayNotPreempt(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance weak = dialect.instance(cell.b, cell.a);
            cell.startB(weak);
            cell.b.expectHolds(dialect.vip(), true, Cell.PATIENCE);
            Instance polite = dialect.instance(cell.a, cell.b).priority(254).with("nopreempt");
            Daemon daemon = cell.startA(polite);
            cell.standsBy(daemon, polite);
            cell.onlyOneSpeaks(cell.b, cell.a, weak, 5);
            assertThat(cell.a.holds(dialect.vip())).isFalse();

            daemon.terminate();
            daemon.awaitExit(Cell.PATIENCE);
            cell.startA(polite.priority(255));
            cell.expectAlone(cell.a, cell.b, polite);
            cell.a.expectHolds(dialect.vip(), true, Cell.PATIENCE);
            cell.b.expectHolds(dialect.vip(), false, Cell.PATIENCE);
        }
    }

    static Stream<Dialect> dialects() {
        return Dialect.combinations().stream().filter(dialect -> dialect.impossible().isEmpty());
    }

    /// `vrrp.md` 1.1 to 1.4. Without a virtual MAC the source is the interface's own.
    @ParameterizedTest(name = "{0}")
    @MethodSource("dialects")
    void item_4_9_everyFieldIsWhatItMustBe(Dialect dialect) {
        try (Cell cell = cell()) {
            Instance instance = dialect.instance(cell.a, cell.b).priority(137);
            cell.startA(instance);
            Advert advert = cell.wire.expectAdvert(cell.a, 51, 0, Cell.PATIENCE);
            String mac = dialect.v6() ? "33:33:00:00:00:12" : "01:00:5e:00:00:12";
            String group = dialect.v6() ? "ff02::12" : "224.0.0.18";
            String self = !dialect.v6() ? cell.a.address()
                    : dialect.unicast() ? cell.a.globalV6() : cell.a.linkLocal();
            String peer = dialect.v6() ? cell.b.globalV6() : cell.b.address();
            // Unicast over IPv6 has the kernel's hop limit.
            int ttl = dialect.v6() && dialect.unicast() ? 64 : 255;
            assertThat(advert.envelope()).isEqualTo(new Envelope(cell.a.mac(), dialect.unicast() ? cell.b.mac() : mac,
                    self, dialect.unicast() ? peer : group, 0xc0, ttl, true));
            assertThat(advert).isEqualTo(new Advert(advert.at(), advert.envelope(), dialect.version(), 51, 137,
                    rawInterval(instance), dialect.password() ? 1 : 0,
                    instance.vips().stream().map(vip -> vip.replaceAll("/.*", "")).toList(),
                    dialect.password() ? "s3cret" : "", true));
        }
    }

    /// keepalived is master, we have heard it.
    private static Daemon weAreBackup(Cell cell, Dialect dialect, Instance ours) {
        Instance master = dialect.instance(cell.b, cell.a).priority(200);
        Daemon other = cell.startB(master);
        cell.b.expectHolds(dialect.vip(), true, Cell.PATIENCE);
        cell.standsBy(cell.startA(ours), ours);
        cell.onlyOneSpeaks(cell.b, cell.a, master, 3);
        return other;
    }

    /// Makes the kernel of a host look for an address, as if it had something to send there.
    private static void askWhere(Host client, String ip) {
        client.namespace().ip("neigh replace " + ip + " dev " + Host.DEVICE + " use");
    }

    private static int expectQuestion(Cell cell, String ip, int since) {
        Packet question = cell.wire.packets().expect("a question where " + ip + " is", since,
                packet -> (packet instanceof Arp arp && arp.target().equals(ip) && !arp.isUnsolicited())
                        || (packet instanceof NeighbourSolicit ask && ask.target().equals(ip)),
                Cell.PATIENCE);
        return cell.wire.packets().all().indexOf(question);
    }

    private static Predicate<Packet> isAnnouncementOf(String ip) {
        return packet -> packet instanceof Announcement news && news.address().equals(ip);
    }

    private static int rawInterval(Instance instance) {
        return (int) Math.round(instance.interval() * (instance.version() == 2 ? 1 : 100));
    }
}
