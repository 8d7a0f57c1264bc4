package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import io.holdfast.lab.wire.Packet.Arp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A daemon that is stopped for a while and goes on, as on a virtual machine that was paused.
@Tag("lab")
class PauseLabTest {
    private static final Instance WEAK = Instance.v3(0.3).vip(Cell.VIP);
    private static final Instance STRONG = WEAK.priority(200);
    /// Many times as long as anybody waits for it.
    private static final Duration PAUSE = Duration.ofMillis(Long.getLong("lab.pause.millis", 10_000));
    private static final int ADVERTS = (int) (PAUSE.toMillis() / 300);

    /// It is the stronger one, so it is to have the addresses back, and everybody is to learn at once where they are.
    @Peers
    void aMasterThatWakesTakesItsAddressesBackAtOnce(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Cell.Nodes nodes = cell.masterAndBackup(STRONG, WEAK);
            int paused = cell.now();
            nodes.first().pause();
            Advert takeover = cell.expectTakeoverByB(WEAK, paused);
            sleepOn(cell, cell.b, paused);
            assertThat(cell.wire.adverts(cell.a, 51, paused).filter(advert -> advert.at().isAfter(takeover.at())))
                    .isEmpty();
            String macOfB = cell.wire.expectGratuitousArp(Cell.VIP, paused, Cell.PATIENCE).senderMac();

            int awake = cell.now();
            nodes.first().resume();

            cell.wire.expectAdvert(cell.a, 51, awake, Cell.PATIENCE);
            cell.b.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.wire.packets().expect("an announcement by the one that woke", awake,
                    packet -> packet instanceof Arp arp && arp.isGratuitous() && arp.sender().equals(Cell.VIP)
                            && !arp.senderMac().equals(macOfB),
                    Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.a, cell.b, STRONG, 5);
            assertThat(cell.a.holds(Cell.VIP)).isTrue();
            assertThat(cell.wire.adverts(cell.a, 51, awake)).as("nobody resigned").noneMatch(a -> a.priority() == 0);
        }
    }

    /// It heard nothing because it slept: that is no reason to take over, whatever it would be allowed to do.
    @ParameterizedTest(name = "{0}")
    @MethodSource("besideHoldfast")
    void aBackupThatWakesGoesOnStandingBy(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Cell.Nodes nodes = cell.masterAndBackup(STRONG, WEAK);
            int paused = cell.now();
            nodes.second().pause();
            sleepOn(cell, cell.a, paused);

            nodes.second().resume();

            cell.onlyOneSpeaks(cell.a, cell.b, STRONG, 5);
            assertThat(cell.wire.adverts(cell.b, 51, paused)).isEmpty();
            assertThat(cell.b.holds(Cell.VIP)).isFalse();
        }
    }

    /// The same for one that is stronger and has left a working master alone (`nopreempt`).
    @ParameterizedTest(name = "{0}")
    @MethodSource("besideHoldfast")
    void aStrongerBackupThatWakesStillLeavesTheMasterAlone(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Cell.Nodes nodes = cell.masterAndBackup(WEAK, STRONG.with("nopreempt"));
            int paused = cell.now();
            nodes.second().pause();
            sleepOn(cell, cell.a, paused);

            nodes.second().resume();

            cell.onlyOneSpeaks(cell.a, cell.b, WEAK, 5);
            assertThat(cell.wire.adverts(cell.b, 51, paused)).isEmpty();
        }
    }

    /// With `timer_expired_backup` a master that slept yields to whoever took over, without a resignation.
    @ParameterizedTest(name = "{0}")
    @MethodSource("firstIsHoldfast")
    void aMasterMayBeToldToYieldWhenItWakes(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Cell.Nodes nodes = cell.masterAndBackup(STRONG.with("nopreempt", "timer_expired_backup"), WEAK);
            int paused = cell.now();
            nodes.first().pause();
            cell.expectTakeoverByB(WEAK, paused);
            sleepOn(cell, cell.b, paused);

            int awake = cell.now();
            nodes.first().resume();

            cell.a.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.b, cell.a, WEAK, 5);
            assertThat(cell.wire.adverts(cell.a, 51, awake)).isEmpty();
        }
    }

    /// The pause is over when the one that goes on has advertised for so long.
    private static void sleepOn(Cell cell, Host awake, int since) {
        cell.wire.packets().expect(ADVERTS + " adverts of " + awake.name(), since,
                _ -> cell.wire.adverts(awake, 51, since).count() >= ADVERTS, PAUSE.plus(Cell.PATIENCE));
    }

    static List<Pair> besideHoldfast() {
        return Stream.of(Software.values()).map(first -> new Pair(first, Software.HOLDFAST)).toList();
    }

    static List<Pair> firstIsHoldfast() {
        return Stream.of(Software.values()).map(second -> new Pair(Software.HOLDFAST, second)).toList();
    }
}
