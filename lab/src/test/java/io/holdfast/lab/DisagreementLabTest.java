package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Two routers that were not configured alike: what becomes of them, and what the operator is told, once.
@Tag("lab")
class DisagreementLabTest {
    private static final Instance V2 = Instance.v2("secret").vip(Cell.VIP);
    private static final Instance V3 = Instance.v3(0.3).vip(Cell.VIP);

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference("version", V2, V3, "refused, because it is of another VRRP version"),
            new Difference("password", Instance.v2("secreT").vip(Cell.VIP), V2,
                    "refused, because its password is wrong"),
            new Difference("authentication", new Instance(2, 1, 51, 100, List.of(Cell.VIP), List.of()), V2,
                    "refused, because its authentication type is not the configured one"),
            new Difference("VRRPv2 interval", V2.every(2), V2,
                    "refused, because its advertisement interval is not the configured one"),
            new Difference("VRRPv3 interval", V3, V3.every(1), "10.99.0.1 advertises every 300 ms, ours is 1000 ms"),
            new Difference("addresses", V3.vip(Cell.VIP, "10.99.0.101"), V3,
                    "10.99.0.1 advertises other addresses than are configured here"));

    /// What the first router is told to do, stronger and earlier than the second; and what Holdfast, as the second,
    /// says about its advertisements.
    record Difference(String name, Instance first, Instance second, String words) {
        private boolean isRefused() {
            return words.startsWith("refused");
        }

        /// keepalived 2.2.7 refuses an advertisement that lists more or fewer addresses; the specification follows
        /// a version that does not (`vrrp.md` 2.2, check 18).
        private boolean isFor(Pair pair) {
            return pair.second() == Software.HOLDFAST || !name.equals("addresses");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// Refused, a router is as good as silent, and both serve.
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("cells")
    void bothServeOrOneStandsBy(Difference difference, Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Instance master = difference.first().priority(200);
            Daemon second = cell.masterAndBackup(master, difference.second()).second();
            int start = cell.now();
            if (difference.isRefused()) {
                Advert takeover = cell.wire.expectAdvert(cell.b, 51, 0, Cell.PATIENCE);
                cell.b.expectHolds(Cell.VIP, true, Cell.PATIENCE);
                // keepalived starts its timer anew with each packet it refuses, so others silence it (vrrp.md 2.5).
                if (pair.first() == Software.HOLDFAST) {
                    speaks(cell, cell.a, cell.now(), 3);
                }
                speaks(cell, cell.b, cell.now(), 3);
                assertThat(cell.wire.adverts(cell.b, 51, 0)).startsWith(takeover).noneMatch(a -> a.priority() == 0);
                assertThat(cell.a.holds(Cell.VIP)).isTrue();
            } else {
                cell.onlyOneSpeaks(cell.a, cell.b, master, 5);
                assertThat(cell.wire.adverts(cell.b, 51, start)).isEmpty();
            }
            if (pair.second() == Software.HOLDFAST) {
                // Once as backup, and once more by whoever has become master.
                assertThat(second.log().all().stream().filter(line -> line.says(difference.words())))
                        .as(() -> "what was logged: " + second.log().all())
                        .hasSizeBetween(1, difference.isRefused() ? 2 : 1);
            }
        }
    }

    /// VRRPv3 follows the interval it hears: what counts when the master fails is what that one had said.
    @Peers
    void anIntervalThatWasLearntCountsWhenTheMasterFails(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Instance backup = V3.every(1);
            Daemon first = cell.masterAndBackup(V3.priority(200), backup).first();
            cell.onlyOneSpeaks(cell.a, cell.b, V3, 3);
            int crash = cell.now();
            first.crash();
            Advert takeover = cell.expectTakeoverByB(backup, crash);
            Cell.assertWait(cell.wire.lastAdvert(cell.a, 51).orElseThrow(), takeover, V3.downInterval());
        }
    }

    /// A VRRPv3 checksum over IPv4 with or without a pseudo header: whichever we send, Holdfast listens.
    @ParameterizedTest
    @MethodSource("senders")
    void bothFormsOfTheChecksumAreHeard(Software first, String option) {
        try (Cell cell = Cell.open(new Pair(first, Software.HOLDFAST))) {
            Instance master = option.isEmpty() ? V3 : V3.with(option);
            Daemon second = cell.masterAndBackup(master.priority(200), V3).second();
            cell.onlyOneSpeaks(cell.a, cell.b, V3, 5);
            assertThat(second.log().all()).noneMatch(line -> line.says("refused"));
        }
    }

    private static void speaks(Cell cell, Host host, int since, int adverts) {
        cell.wire.packets().expect(adverts + " adverts of " + host.name(), since,
                _ -> cell.wire.adverts(host, 51, since).count() >= adverts, Cell.PATIENCE);
    }

    static Stream<Arguments> cells() {
        return DIFFERENCES.stream().flatMap(difference -> Pair.all().filter(difference::isFor)
                .map(pair -> Arguments.of(difference, pair)));
    }

    static List<Arguments> senders() {
        return List.of(Arguments.of(Software.KEEPALIVED, ""), Arguments.of(Software.HOLDFAST, ""),
                Arguments.of(Software.HOLDFAST, "v3_checksum_as_v2"));
    }
}
