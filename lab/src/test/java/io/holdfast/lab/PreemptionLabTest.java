package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

/// A stronger node comes to a segment that a weaker one serves.
class PreemptionLabTest {
    private static final Instance WEAK = Instance.v3(0.3).vip(Cell.VIP);
    private static final Instance STRONG = WEAK.priority(200);

    @Peers
    void withNopreemptItLeavesAWorkingMasterAlone(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            cell.startB(WEAK);
            cell.b.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            Instance polite = STRONG.with("nopreempt");
            Daemon strong = cell.startA(polite);
            cell.standsBy(strong, polite);
            cell.onlyOneSpeaks(cell.b, cell.a, WEAK, 12);
            assertThat(cell.a.holds(Cell.VIP)).isFalse();
        }
    }
}
