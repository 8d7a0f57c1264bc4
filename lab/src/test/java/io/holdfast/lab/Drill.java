package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.time.Duration;
import java.time.Instant;

/// What a stronger node A and a weaker node B go through, one chapter after the other, as the wire, the kernels and a
/// client see it. Each chapter but the last ends as it began: A serves, B stands by.
final class Drill {
    private static final Duration BETWEEN_ECHOES = Duration.ofMillis(50);

    private final Cell cell;
    private final Matrix matrix;
    private final String vip;
    private final Instance strong;
    private final Instance weak;
    private final Client client;
    private Daemon first;

    /// Both start, the stronger one is elected and serves a client.
    Drill(Cell cell, Matrix matrix) {
        this.cell = cell;
        this.matrix = matrix;
        Dialect dialect = matrix.dialect();
        vip = dialect.vip();
        strong = dialect.instance(cell.a, cell.b).priority(200);
        weak = dialect.instance(cell.b, cell.a);
        matrix.first().prepare(cell.a, strong);
        matrix.second().prepare(cell.b, weak);
        first = cell.startA(strong);
        matrix.second().expectStandsBy(cell.startB(weak), weak);
        cell.expectAlone(cell.a, cell.b, strong);
        expectAServes();
        client = cell.lab.own(Client.start(cell.lab.host("c", "10.99.0.9"), vip, BETWEEN_ECHOES));
    }

    /// All of A is killed: B waits its down interval and takes over.
    void crash() {
        first.crash();
        Advert last = cell.wire.lastAdvert(cell.a, strong.vrid()).orElseThrow();
        takesOver(last, cell.wire.packets().all().indexOf(last) + 1, weak.downInterval());
    }

    /// A starts again: it takes over when its wait is over, and B gives way without resigning.
    void comeBack() {
        int since = cell.now();
        Instant start = Instant.now();
        first = cell.startA(strong);
        Advert taken = cell.wire.expectAdvert(cell.a, strong.vrid(), since, Cell.PATIENCE);
        assertThat(taken.at()).as("A's return").isAfter(start.plusMillis((long) (strong.downInterval() * 1000)));
        cell.wire.expectAnnouncement(vip, since, Cell.PATIENCE);
        expectAServes();
        client.longestGap();
        cell.expectAlone(cell.a, cell.b, strong);
        assertGivesWayInSilence(since);
    }

    /// The two no longer hear each other, so both serve. When they do again, B gives way and A never stopped.
    void partAndHeal() {
        int parted = cell.now();
        int watched = cell.a.watch().changes().position();
        Instant cut = Instant.now();
        cell.lab.segment().part(true, cell.a, cell.b);
        Advert last = cell.wire.adverts(cell.a, strong.vrid(), 0).filter(advert -> advert.at().isBefore(cut))
                .reduce((_, later) -> later).orElseThrow();
        takesOver(last, parted, weak.downInterval());
        cell.wire.expectAdvert(cell.a, strong.vrid(), cell.now(), Cell.PATIENCE);

        int healed = cell.now();
        Instant joined = Instant.now();
        cell.lab.segment().part(false, cell.a, cell.b);
        cell.expectAlone(cell.a, cell.b, strong);
        expectAServes();
        assertGivesWayInSilence(healed);
        assertThat(cell.wire.lastAdvert(cell.b, weak.vrid()).orElseThrow().at()).as("B's last word")
                .isBefore(joined.plusMillis((long) ((strong.interval() + Cell.LATE) * 1000)));
        assertThat(cell.a.watch().changes().from(watched)).as("A's addresses")
                .noneMatch(change -> !change.added() && change.ip().equals(vip));
        client.longestGap();
    }

    /// A is told to stop: it resigns, and B waits the skew only.
    void stop() {
        int since = cell.now();
        first.terminate();
        Advert resigned = cell.wire.expectAdvert(cell.a, strong.vrid(), since, advert -> advert.priority() == 0,
                Cell.PATIENCE);
        takesOver(resigned, since, weak.skew());
        assertThat(first.awaitExit(Cell.PATIENCE)).isZero();
        matrix.second().expectServes(cell.b, weak, true);
        // FRR does not wait until its zebra has switched the interface off.
        if (matrix.first() != Party.FRR) {
            matrix.first().expectServes(cell.a, strong, false);
        }
    }

    private void takesOver(Advert last, int since, double wait) {
        Advert taken = cell.wire.expectAdvert(cell.b, weak.vrid(), since, Cell.PATIENCE);
        Cell.assertWait(last, taken, wait);
        assertThat(taken.priority()).isEqualTo(weak.priority());
        cell.wire.expectAnnouncement(vip, since, Cell.PATIENCE);
        matrix.second().expectServes(cell.b, weak, true);
        client.longestGap();
    }

    private void expectAServes() {
        matrix.first().expectServes(cell.a, strong, true);
        matrix.second().expectServes(cell.b, weak, false);
    }

    /// A master that hears a stronger one has nobody to tell (RFC 9568 section 6.4.3).
    private void assertGivesWayInSilence(int since) {
        assertThat(cell.wire.adverts(cell.b, weak.vrid(), since)).as("what B said")
                .noneMatch(advert -> advert.priority() == 0);
    }
}
