package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;

/// A master that ends in order, and one whose processes are killed one at a time.
class StopLabTest {
    private static final Instance BACKUP = Instance.v3(0.4).vip(Cell.VIP);
    private static final Instance MASTER = BACKUP.priority(200);

    @Peers
    void aStoppedMasterResignsAndTheBackupWaitsTheSkewOnly(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Daemon first = cell.masterAndBackup(MASTER, BACKUP).first();
            int stop = cell.now();
            first.terminate();
            Advert resigned = resignation(cell, stop);
            Advert taken = cell.expectTakeoverByB(BACKUP, stop);
            Cell.assertWait(resigned, taken, BACKUP.skew());
            assertThat(first.awaitExit(Cell.PATIENCE)).isZero();
            assertThat(cell.a.holds(Cell.VIP)).isFalse();
        }
    }

    @Peers
    void aKilledParentTakesItsChildAlongInOrder(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Daemon first = cell.masterAndBackup(MASTER, BACKUP).first();
            int kill = cell.now();
            first.killParent();
            Advert resigned = resignation(cell, kill);
            Advert taken = cell.expectTakeoverByB(BACKUP, kill);
            Cell.assertWait(resigned, taken, BACKUP.skew());
            cell.a.expectHolds(Cell.VIP, false, Cell.PATIENCE);
        }
    }

    /// Resumed or elected anew, as fast as this machine is; see [ResumeLabTest].
    @Peers
    void aKilledChildIsStartedAgainAndServesAgain(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Daemon first = cell.masterAndBackup(MASTER, BACKUP).first();
            long killed = first.childPid();
            int kill = first.log().position();
            first.killChild();
            first.log().expect("a new child to become master", kill, line -> line.says("MASTER STATE"),
                    Cell.PATIENCE);
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.b.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            assertThat(first.childPid()).isNotEqualTo(killed);
            cell.onlyOneSpeaks(cell.a, cell.b, MASTER, 6);
        }
    }

    private static Advert resignation(Cell cell, int since) {
        return cell.wire.expectAdvert(cell.a, MASTER.vrid(), since, advert -> advert.priority() == 0, Cell.PATIENCE);
    }
}
