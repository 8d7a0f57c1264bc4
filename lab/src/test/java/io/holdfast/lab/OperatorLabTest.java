package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

/// What people do to a running daemon: delete its address, change its configuration.
class OperatorLabTest {
    private static final Instance BACKUP = Instance.v3(0.3).vip(Cell.VIP);
    private static final Instance MASTER = BACKUP.priority(200);
    private static final String OTHER_VIP = "10.99.0.101";

    @Peers
    void anAddressDeletedByHandComesBack(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            cell.masterAndBackup(MASTER, BACKUP);
            int changes = cell.a.watch().changes().position();
            cell.a.namespace().ip("address del " + Cell.VIP + "/32 dev " + Host.DEVICE);
            cell.a.watch().expect(Cell.VIP, false, changes, Cell.PATIENCE);
            cell.a.watch().expect(Cell.VIP, true, changes, Cell.PATIENCE);
            cell.b.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.a, cell.b, MASTER, 6);
            assertThat(cell.a.holds(Cell.VIP)).isTrue();
        }
    }

    @Peers
    void aReloadAddsAndRemovesAnInstanceAndLeavesTheOtherAlone(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Daemon first = cell.masterAndBackup(MASTER, BACKUP).first();
            int before = cell.now();
            int changes = cell.a.watch().changes().position();
            Instance added = MASTER.vrid(52).vip(OTHER_VIP);

            first.reload(Instance.all(MASTER, added));
            cell.wire.expectAdvert(cell.a, 52, before, Cell.PATIENCE);
            cell.a.expectHolds(OTHER_VIP, true, Cell.PATIENCE);

            first.reload(MASTER.text());
            cell.a.expectHolds(OTHER_VIP, false, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.a, cell.b, MASTER, 6);
            assertThat(cell.a.watch().changes().from(changes)).noneMatch(change -> change.ip().equals(Cell.VIP));
            assertThat(cell.wire.adverts(cell.b, MASTER.vrid(), before)).isEmpty();
        }
    }
}
