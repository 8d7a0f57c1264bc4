package io.holdfast.vrrp;

import static io.holdfast.vrrp.Table.HIGHER;
import static io.holdfast.vrrp.Table.LOWER;
import static io.holdfast.vrrp.Table.OWNER;
import static io.holdfast.vrrp.Table.SECOND;
import static io.holdfast.vrrp.Table.SPEC;
import static io.holdfast.vrrp.Table.T0;
import static io.holdfast.vrrp.Table.T1;
import static io.holdfast.vrrp.Table.V3;
import static io.holdfast.vrrp.Table.WHY;
import static io.holdfast.vrrp.Table.at;
import static io.holdfast.vrrp.Table.backup;
import static io.holdfast.vrrp.Table.log;
import static io.holdfast.vrrp.Table.master;
import static io.holdfast.vrrp.Table.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpAction.Announce;
import io.holdfast.vrrp.VrrpState.Backup;
import io.holdfast.vrrp.VrrpState.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What takes several events. Single ones are in the tables: [InitTableTest], [BackupTableTest], [MasterTableTest] and
/// [FaultTableTest].
class VrrpMachineTest {

    private static Transition on(VrrpSpec spec, VrrpState state, VrrpEvent event, MonoTime now) {
        return VrrpMachine.on(spec, state, event, now);
    }

    @Test
    void aStormOfWeakerAdvertisementsIsAnsweredAHundredTimesASecond() {
        VrrpState state = on(SPEC, master(SPEC), received(LOWER, 50), at(500_000)).state();
        int answers = 0;
        for (int micros = 500_000; micros < 600_000; micros += 20) {
            Transition next = on(SPEC, state, received(LOWER, 50), at(micros));
            answers += next.actions().contains(new VrrpAction.SendAdvert(100)) ? 1 : 0;
            if (!next.state().nextDeadline().isAfter(at(micros))) {
                next = on(SPEC, next.state(), VrrpEvent.TIMER, at(micros));
                answers += next.actions().contains(new VrrpAction.SendAdvert(100)) ? 1 : 0;
            }
            state = next.state();
        }
        assertThat(answers).isBetween(8, 11);
    }

    @Test
    void anOwnIntervalIsUsedAgainAfterALearntOne() { // proposal 24
        VrrpState following = on(V3, backup(V3), received(HIGHER, 200, Duration.ofMillis(500)), T0).state();
        VrrpState up = on(V3, following, VrrpEvent.TIMER, at(9_000_000)).state();
        VrrpState lost = on(V3, up, new VrrpEvent.AddressLost(WHY), at(9_000_000)).state();

        assertThat(up.nextDeadline()).isEqualTo(at(10_000_000));
        assertThat(((Backup) lost).masterInterval()).isEqualTo(SECOND);
    }

    /// `vrrp.md` 4.3.
    @Nested
    class Announcing {
        private final GarpSpec garp =
                new GarpSpec(3, Duration.ofSeconds(5), Duration.ofSeconds(10), 2, 4, Duration.ofSeconds(1));
        private final VrrpSpec spec = Specs.vrrp().interval(Duration.ofSeconds(100)).garp(garp).spec();

        @Test
        void aSecondBurstAndThenARefreshForEver() {
            VrrpState up = on(spec, backup(spec), VrrpEvent.TIMER, at(301_000_000)).state();
            List<String> bursts = new ArrayList<>();
            while (bursts.size() < 4) {
                MonoTime due = up.nextDeadline();
                Transition announced = on(spec, up, VrrpEvent.TIMER, due);
                bursts.add(due.since(at(301_000_000)).toSeconds() + ": " + announced.actions());
                up = announced.state();
            }

            assertThat(bursts).containsExactly("5: [Announce[rounds=3]]", "15: [Announce[rounds=2]]",
                    "25: [Announce[rounds=2]]", "35: [Announce[rounds=2]]");
        }

        @Test
        void aSecondBurstAfterALowerPriority() {
            Master heard = (Master) on(spec, master(spec), received(LOWER, 50), T0).state();
            Transition again = on(spec, heard, VrrpEvent.TIMER, T1);

            assertThat(again.actions()).containsExactly(new Announce(4));
            assertThat(((Master) again.state()).garp().next()).isEqualTo(VrrpState.NEVER);
        }

        @Test
        void nothingIsLeftOfItAfterMastership() { // proposal 13
            Master heard = (Master) on(spec, master(spec), received(LOWER, 50), T0).state();
            VrrpState down = on(spec, heard, received(HIGHER, 200), T0).state();

            assertThat(down).isInstanceOf(Backup.class);
            assertThat(down.nextDeadline()).isEqualTo(((Backup) down).masterDownAt());
        }
    }

    /// `vrrp.md` 3.7.
    @Test
    void aNewRefreshIsNeverLaterThanEitherTheOldOrTheNewOne() {
        VrrpSpec minute = Specs.vrrp().garp(new GarpSpec(1, Duration.ZERO, Duration.ofMinutes(1), 1, 0,
                Duration.ZERO)).spec();
        VrrpSpec second = Specs.vrrp().garp(new GarpSpec(1, Duration.ZERO, Duration.ofSeconds(1), 1, 0,
                Duration.ZERO)).spec();
        VrrpEvent changed = new VrrpEvent.Reconfigured(100, false, false);
        Transition begun = on(minute, master(SPEC), changed, T0);
        Transition sooner = on(second, begun.state(), changed, at(400_000));
        Transition kept = on(minute, begun.state(), changed, at(400_000));
        Transition ended = on(SPEC, begun.state(), changed, at(400_000));

        assertThat(((Master) begun.state()).garp().refresh()).isEqualTo(at(60_000_000));
        assertThat(((Master) sooner.state()).garp().refresh()).isEqualTo(at(1_400_000));
        assertThat(kept.state()).isEqualTo(begun.state());
        assertThat(((Master) ended.state()).garp().refresh()).isEqualTo(VrrpState.NEVER);
    }

    @Nested
    class TwoOwners {
        private final Master master = master(OWNER);

        @Test
        void theLowerAddressYieldsAtOnce() {
            Transition yielded = on(OWNER, master, received(HIGHER, 255), T0);

            assertThat(yielded.state().name()).isEqualTo(VrrpStateName.BACKUP);
            assertThat(yielded.cause().orElseThrow().trigger()).isEqualTo(Trigger.OWNER_CONFLICT);
        }

        @Test
        void theHigherAddressYieldsIfTheOtherOnePersists() {
            Transition warned = on(OWNER, master, received(LOWER, 255), T0);
            VrrpState first = on(OWNER, warned.state(), VrrpEvent.TIMER, T1).state();
            VrrpState second = on(OWNER, first, received(LOWER, 255), T1).state();
            VrrpState waiting = on(OWNER, second, VrrpEvent.TIMER, at(2_000_000)).state();
            Transition yielded = on(OWNER, waiting, received(LOWER, 255), at(2_100_000));

            assertThat(log(warned)).hasSize(1).first().asString().contains("CONFIGURATION ERROR");
            assertThat(waiting.name()).isEqualTo(VrrpStateName.MASTER);
            assertThat(yielded.state().name()).isEqualTo(VrrpStateName.BACKUP);
            assertThat(yielded.state().priority()).isEqualTo(254);
        }

        @Test
        void theHigherAddressStaysIfTheOtherOneStops() {
            VrrpState state = on(OWNER, master, received(LOWER, 255), at(500_000)).state();
            state = on(OWNER, state, VrrpEvent.TIMER, at(1_500_000)).state();
            state = on(OWNER, state, VrrpEvent.TIMER, at(2_500_000)).state();
            state = on(OWNER, state, VrrpEvent.TIMER, at(3_500_000)).state();

            assertThat(state.nextDeadline()).isEqualTo(at(3_700_000));
            Transition over = on(OWNER, state, VrrpEvent.TIMER, at(3_700_000));
            assertThat(log(over)).hasSize(1);
            assertThat(((Master) over.state()).rival()).isEqualTo(OwnerRival.NONE);
        }
    }
}
