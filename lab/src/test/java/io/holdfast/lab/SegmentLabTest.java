package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

/// What a network does to the nodes: cables pulled, a segment cut in two.
class SegmentLabTest {
    private static final Instance BACKUP = Instance.v3(0.3).vip(Cell.VIP);
    private static final Instance MASTER = BACKUP.priority(200);

    @Peers
    void aMasterWithoutALinkGivesUpAndComesBack(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            Daemon first = cell.masterAndBackup(MASTER, BACKUP).first();
            int cut = cell.now();
            cell.a.pullCable();
            first.expectLine("(" + MASTER.name() + ") Entering FAULT STATE", Cell.PATIENCE);
            cell.expectTakeoverByB(BACKUP, cut);
            cell.a.expectHolds(Cell.VIP, false, Cell.PATIENCE);

            cell.a.plugCable();
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.b.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.a, cell.b, MASTER, 6);
        }
    }

    /// RFC 9568 section 6.4.3: of two masters with the same priority, the one with the greater address stays.
    @Peers
    void ofEqualsTheGreaterAddressStays(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            cell.masterAndBackup(BACKUP, BACKUP);
            cell.onlyOneSpeaks(cell.a, cell.b, BACKUP, 6);
            int cut = cell.now();
            cell.lab.segment().part(true, cell.a, cell.b);
            cell.expectTakeoverByB(BACKUP, cut);

            cell.lab.segment().part(false, cell.a, cell.b);
            cell.a.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.b, cell.a, BACKUP, 6);
            assertThat(cell.b.holds(Cell.VIP)).isTrue();
        }
    }

    /// keepalived 2.2.7, while master, may fall silent when such packets come just before its own are due, so it is not
    /// asked to go on speaking, only to go on holding the address.
    @Peers
    void withDifferentPasswordsNeitherHearsTheOther(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            cell.startA(Instance.v2("1111").vip(Cell.VIP).priority(200));
            cell.startB(Instance.v2("2222").vip(Cell.VIP));
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.b.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.wire.expectAdvert(cell.a, 51, 0, advert -> advert.password().equals("1111"), Cell.PATIENCE);
            cell.wire.expectAdvert(cell.b, 51, 0, advert -> advert.password().equals("2222"), Cell.PATIENCE);
            int both = cell.now();
            cell.wire.packets().expect("four more adverts", both,
                    _ -> cell.wire.adverts(cell.a, 51, both).count() + cell.wire.adverts(cell.b, 51, both).count() >= 4,
                    Cell.PATIENCE);
            assertThat(cell.a.holds(Cell.VIP)).isTrue();
            assertThat(cell.b.holds(Cell.VIP)).isTrue();
        }
    }
}
