package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;

/// Every process of the master dies at one moment: the backup hears silence and takes over.
class CrashLabTest {

    @Peers
    void backupTakesOverWhenItsDownIntervalIsOver(Pair pair) {
        Instance backup = Instance.v3(0.3).vip(Cell.VIP);
        takesOver(pair, backup.priority(200), backup);
    }

    @Peers
    void tenAdvertsASecondAreKeptAndFollowed(Pair pair) {
        Instance backup = Instance.v3(0.1).vip(Cell.VIP);
        takesOver(pair, backup.priority(200), backup);
    }

    private static void takesOver(Pair pair, Instance master, Instance backup) {
        try (Cell cell = Cell.open(pair)) {
            Daemon first = cell.masterAndBackup(master, backup).first();
            first.crash();
            Advert last = cell.wire.lastAdvert(cell.a, master.vrid()).orElseThrow();
            Advert taken = cell.expectTakeoverByB(backup, cell.wire.packets().all().indexOf(last) + 1);
            Cell.assertWait(last, taken, backup.downInterval());
            assertThat(taken.priority()).isEqualTo(backup.priority());
            assertThat(taken.addresses()).containsExactly(Cell.VIP);
        }
    }
}
