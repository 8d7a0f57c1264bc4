package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two routers that both claim to own the addresses, priority 255, against the rules (`vrrp.md` 3.7). The
/// second has the higher address.
@Tag("lab")
class TwoOwnersLabTest {
    private static final Instance OWNER = Instance.v3(0.3).priority(255).vip(Cell.VIP);

    @Peers
    void theOneWithTheLowerAddressYieldsToOneThatComesLater(Pair pair) {
        try (Cell cell = Cell.open(pair)) {
            start(cell, cell.a, pair.first(), OWNER);
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            int position = cell.now();
            start(cell, cell.b, pair.second(), OWNER);

            cell.a.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.b.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.b, cell.a, OWNER, 5);
            assertThat(cell.wire.adverts(cell.a, 51, position)).noneMatch(advert -> advert.priority() == 0);
        }
    }

    /// Not with keepalived 2.2.7 in the place of the second: whoever comes later stays master beside it.
    @ParameterizedTest
    @EnumSource
    void theOneWithTheLowerAddressYieldsToOneThatWasThere(Software first) {
        Pair pair = new Pair(first, Software.HOLDFAST);
        try (Cell cell = Cell.open(pair)) {
            Daemon second = start(cell, cell.b, pair.second(), OWNER);
            cell.b.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            int position = cell.now();
            start(cell, cell.a, pair.first(), OWNER);

            Advert claim = cell.wire.expectAdvert(cell.a, 51, position, Cell.PATIENCE);
            assertThat(claim.priority()).isEqualTo(255);
            cell.a.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.b, cell.a, OWNER, 5);
            assertThat(cell.b.holds(Cell.VIP)).isTrue();
            second.expectLine("CONFIGURATION ERROR: 10.99.0.1 also has priority 255", Cell.PATIENCE);
            second.expectLine("the other address owner has stopped advertising", Cell.PATIENCE);
        }
    }

    /// It would be right to stay, but of two masters that both stay nobody has anything: two more advertisements, then
    /// 1.2 intervals of patience, and it yields. keepalived 2.2.7 yields at once.
    @Test
    void theOneWithTheHigherAddressYieldsToOneThatNeverDoes() {
        try (Cell cell = Cell.open(new Pair(Software.HOLDFAST, Software.HOLDFAST))) {
            start(cell, cell.a, Software.HOLDFAST, OWNER.with("owner_ignore_adverts"));
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            int position = cell.now();
            Daemon second = start(cell, cell.b, Software.HOLDFAST, OWNER);

            Advert first = cell.wire.expectAdvert(cell.b, 51, position, Cell.PATIENCE);
            second.expectLine("(VI_51) Entering BACKUP STATE", Cell.PATIENCE);
            cell.b.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.a, cell.b, OWNER, 10);

            assertThat(cell.a.holds(Cell.VIP)).isTrue();
            Advert last = cell.wire.lastAdvert(cell.b, 51).orElseThrow();
            assertThat(Duration.between(first.at(), last.at()))
                    .isBetween(Duration.ofMillis(580), Duration.ofSeconds(5));
        }
    }

    private static Daemon start(Cell cell, Host host, Software software, Instance owner) {
        return Daemon.start(cell.lab, host, software, owner.text().replace("state BACKUP", "state MASTER"));
    }
}
