package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The VRRP process of a master is killed, and nobody on the network notices (`vrrp.md` 3.11). By itself: the successor
/// has 2.5 s to be on the wire, of which it needs a tenth, unless other scenarios start daemons at the same time.
@Isolated
@Tag("lab")
class ResumeLabTest {
    private static final String SECRET = "s3cret";
    private static final String STARTING = "Starting VRRP child process, pid=";
    private static final String MARK = "127.0.0.99";

    record Case(Software peer, Instance master, Instance backup) {
        @Override
        public String toString() {
            return "beside " + peer + ", version " + master.version();
        }
    }

    static List<Case> cases() {
        Instance v2 = Instance.v2(SECRET).vip(Cell.VIP);
        Instance v3 = Instance.v3(1).vip(Cell.VIP);
        return Stream.of(Software.values())
                .flatMap(peer -> Stream.of(v2, v3).map(one -> new Case(peer, one.priority(200), one))).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aKilledMasterIsBackBeforeAnybodyMissesIt(Case one) {
        try (Cell cell = Cell.open(new Pair(Software.HOLDFAST, one.peer))) {
            Daemon daemon = cell.masterAndBackup(one.master, one.backup).first();
            Host client = cell.lab.host("c", "10.99.0.3");
            AddressWatch addresses = watch(cell);
            int watched = addresses.changes().position();
            try (EchoClient echo = EchoClient.start(client, cell.a, Cell.VIP)) {
                Advert last = cell.wire.expectAdvert(cell.a, one.master.vrid(), cell.now(), Cell.PATIENCE);
                long before = daemon.childPid();
                int kill = cell.now();
                int said = daemon.log().position();
                Solo.killChild(daemon);

                Advert next = cell.wire.expectAdvert(cell.a, one.master.vrid(), kill, Cell.PATIENCE);
                assertThat(Duration.between(last.at(), next.at())).isLessThan(wait(one.backup));
                Solo.expectLine(daemon, said, "resuming MASTER STATE");
                cell.onlyOneSpeaks(cell.a, cell.b, one.master, 5);

                assertThat(daemon.childPid()).isNotEqualTo(before);
                assertThat(cell.wire.adverts(cell.b, one.backup.vrid(), kill)).isEmpty();
                assertThat(cell.wire.adverts(cell.a, one.master.vrid(), kill).map(Advert::priority))
                        .containsOnly(one.master.priority());
                assertThat(addresses.changes().from(watched)).noneMatch(change -> change.ip().equals(Cell.VIP));
                assertThat(cell.b.holds(Cell.VIP)).isFalse();
                assertThat(daemon.log().all()).filteredOn(line -> line.says("Entering MASTER STATE")).hasSize(1);
                EchoClient.Count count = echo.count();
                assertThat(count.sent()).isGreaterThan(1_000);
                assertThat(count.lost()).as("of %s", count.sent()).isZero();
            }
        }
    }

    /// The second successor is started a second later, and with this interval it is in time.
    @ParameterizedTest
    @EnumSource(Software.class)
    void killedTwiceItIsNotMissedEither(Software peer) {
        Instance slow = Instance.v3(3).vip(Cell.VIP);
        try (Cell cell = Cell.open(new Pair(Software.HOLDFAST, peer))) {
            Daemon daemon = cell.masterAndBackup(slow.priority(200), slow).first();
            AddressWatch addresses = watch(cell);
            int watched = addresses.changes().position();
            int kill = cell.now();
            int said = daemon.log().position();
            Solo.killChild(daemon);
            String started = Solo.expectLine(daemon, said, STARTING).text();
            Solo.expectLine(daemon, said, "resuming MASTER STATE");
            int again = daemon.log().position();
            Solo.signal(Long.parseLong(started.substring(started.indexOf(STARTING) + STARTING.length())), "KILL");
            Solo.expectLine(daemon, again, "delayed by 1 s");
            Solo.expectLine(daemon, again, "resuming MASTER STATE");
            cell.onlyOneSpeaks(cell.a, cell.b, slow, 3);
            assertThat(cell.wire.adverts(cell.b, slow.vrid(), kill)).isEmpty();
            assertThat(addresses.changes().from(watched)).noneMatch(change -> change.ip().equals(Cell.VIP));
        }
    }

    /// Watches once it has seen a change.
    private static AddressWatch watch(Cell cell) {
        AddressWatch watch = cell.lab.own(cell.a.watch());
        cell.a.namespace().ip("address add " + MARK + "/8 dev lo");
        watch.expect(MARK, true, 0, Cell.PATIENCE);
        return watch;
    }

    /// The shortest that any peer waits for the next advertisement.
    private static Duration wait(Instance backup) {
        return Duration.ofMillis((long) (3000 * backup.interval()));
    }
}
