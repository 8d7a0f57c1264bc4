package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// VRRP version 3 with FRR on the other side.
@Tag("lab")
class FrrLabTest {
    private static final Instance OURS = Instance.v3(0.3).vip(Cell.VIP);

    @ParameterizedTest
    @EnumSource
    void weTakeOverFromFrr(Software software) {
        Machine.mustRunFrr();
        try (Cell cell = Cell.open(new Pair(software, software))) {
            Daemon frr = new Frr(51, 200, 0.3, Cell.VIP).start(cell.lab, cell.a);
            cell.wire.expectAdvert(cell.a, 51, 0, Cell.PATIENCE);
            Daemon ours = cell.startB(OURS);
            cell.standsBy(ours, OURS);
            cell.onlyOneSpeaks(cell.a, cell.b, OURS, 6);
            frr.crash();
            Advert last = cell.wire.lastAdvert(cell.a, 51).orElseThrow();
            int silence = cell.wire.packets().all().indexOf(last) + 1;
            Cell.assertWait(last, cell.expectTakeoverByB(OURS, silence), OURS.downInterval());
        }
    }

    @ParameterizedTest
    @EnumSource
    void frrTakesOverFromUsAndGivesBack(Software software) {
        Machine.mustRunFrr();
        try (Cell cell = Cell.open(new Pair(software, software))) {
            Instance strong = OURS.priority(200);
            Daemon ours = cell.startA(strong);
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            new Frr(51, 100, 0.3, Cell.VIP).start(cell.lab, cell.b);
            cell.onlyOneSpeaks(cell.a, cell.b, strong, 12);

            int stop = cell.now();
            ours.terminate();
            cell.wire.expectAdvert(cell.b, 51, stop, Cell.PATIENCE);
            ours.awaitExit(Cell.PATIENCE);
            assertThat(cell.a.holds(Cell.VIP)).isFalse();

            cell.startA(strong);
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.a, cell.b, strong, 6);
        }
    }
}
