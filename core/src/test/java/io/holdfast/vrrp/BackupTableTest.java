package io.holdfast.vrrp;

import static io.holdfast.vrrp.Table.DOWN_100;
import static io.holdfast.vrrp.Table.HIGHER;
import static io.holdfast.vrrp.Table.LOWER;
import static io.holdfast.vrrp.Table.OWNER;
import static io.holdfast.vrrp.Table.SECOND;
import static io.holdfast.vrrp.Table.SKEW_100;
import static io.holdfast.vrrp.Table.SPEC;
import static io.holdfast.vrrp.Table.T0;
import static io.holdfast.vrrp.Table.T1;
import static io.holdfast.vrrp.Table.V3;
import static io.holdfast.vrrp.Table.WHY;
import static io.holdfast.vrrp.Table.after;
import static io.holdfast.vrrp.Table.at;
import static io.holdfast.vrrp.Table.backup;
import static io.holdfast.vrrp.Table.becomes;
import static io.holdfast.vrrp.Table.both;
import static io.holdfast.vrrp.Table.ignored;
import static io.holdfast.vrrp.Table.received;
import static io.holdfast.vrrp.Table.row;
import static io.holdfast.vrrp.Table.says;
import static io.holdfast.vrrp.Table.stays;
import static io.holdfast.vrrp.Table.waitsUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Table.Row;
import io.holdfast.vrrp.VrrpAction.AddAddresses;
import io.holdfast.vrrp.VrrpAction.Announce;
import io.holdfast.vrrp.VrrpAction.Notify;
import io.holdfast.vrrp.VrrpAction.SendAdvert;
import io.holdfast.vrrp.VrrpState.Backup;
import io.holdfast.vrrp.VrrpState.Fault;
import io.holdfast.vrrp.VrrpState.Init;
import io.holdfast.vrrp.VrrpState.Master;
import io.holdfast.vrrp.VrrpState.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every event while Backup, beside RFC 9568 section 6.4.2 and `vrrp.md` 3.5.
class BackupTableTest {
    private static final VrrpStateName BACKUP = VrrpStateName.BACKUP;
    private static final Backup WAITING = backup(SPEC);
    private static final Backup RESIGNED = (Backup) after(SPEC, WAITING, received(HIGHER, 0), T1);
    private static final Backup WILLING =
            (Backup) after(SPEC, WAITING, new VrrpEvent.GroupNotReady(), at(DOWN_100));
    private static final VrrpSpec NOPREEMPT = Specs.vrrp().nopreempt().spec();
    private static final VrrpSpec PATIENT = Specs.vrrp().preemptDelay(Duration.ofSeconds(4)).spec();
    private static final VrrpSpec PATIENT_V3 = Specs.v3().preemptDelay(Duration.ofSeconds(4)).spec();
    private static final Backup DELAYED = (Backup) after(PATIENT, backup(PATIENT), received(HIGHER, 50), T1);
    private static final VrrpState OWNER_HELD_BACK =
            after(OWNER, new Init(255), new VrrpEvent.Started(at(5_000_000)), T0);
    /// An owner that gave way to the owner 192.0.2.200.
    private static final Backup LOWERED = BackupRules.withPriority(OWNER,
            (Backup) after(OWNER, backup(Specs.vrrp().owner().wantsMaster(false).spec()), received(HIGHER, 255), T0),
            254);

    private static final List<Row> ADVERTS = List.of(
            row("6.4.2: Priority is zero, wait Skew_Time only",
                    SPEC, WAITING, received(HIGHER, 0), T1, waitsUntil(BACKUP, T1.plusMicros(SKEW_100))),
            row("6.4.2: Priority is zero, without preemption as well",
                    NOPREEMPT, WAITING, received(LOWER, 0), T1, waitsUntil(BACKUP, T1.plusMicros(SKEW_100))),
            row("vrrp.md 3.5: Priority is zero, with preempt_delay as well",
                    PATIENT, DELAYED, received(HIGHER, 0), T1, waitsUntil(BACKUP, T1.plusMicros(SKEW_100))),
            row("6.4.2: Priority is higher, wait Active_Down_Interval again",
                    SPEC, WAITING, received(LOWER, 101), T1, waitsUntil(BACKUP, T1.plusMicros(DOWN_100))),
            row("6.4.2: and again Active_Down_Interval after somebody else resigned",
                    SPEC, RESIGNED, received(LOWER, 101), T1, waitsUntil(BACKUP, T1.plusMicros(DOWN_100))),
            row("6.4.2: Priority is equal and the address lower, the same",
                    SPEC, WAITING, received(LOWER, 100), T1, waitsUntil(BACKUP, T1.plusMicros(DOWN_100))),
            row("6.4.2: Priority is equal and the address higher, the same",
                    SPEC, WAITING, received(HIGHER, 100), T1, waitsUntil(BACKUP, T1.plusMicros(DOWN_100))),
            row("6.4.2: Priority is 255, the same: an owner is as good as any",
                    SPEC, WAITING, received(HIGHER, 255), T1, waitsUntil(BACKUP, T1.plusMicros(DOWN_100))),
            row("6.4.2: our own address, as a switch may reflect it: as any other",
                    SPEC, WAITING, received(Table.SELF, 100), T1, waitsUntil(BACKUP, T1.plusMicros(DOWN_100))),
            row("6.4.2: Priority is lower and Preempt_Mode true, discard and let it time out",
                    SPEC, WAITING, received(HIGHER, 99), T1, both(stays(BACKUP, at(DOWN_100)),
                            says("(VI_1) received lower priority (99) advert from 192.0.2.200 - discarding"))),
            row("vrrp.md 2.4: Priority is lower and that was said before",
                    SPEC, after(SPEC, WAITING, received(HIGHER, 99), T1), received(HIGHER, 99), T1,
                    waitsUntil(BACKUP, at(DOWN_100))),
            row("6.4.2: Priority is lower and Preempt_Mode false, wait Active_Down_Interval again",
                    NOPREEMPT, WAITING, received(HIGHER, 1), T1, waitsUntil(BACKUP, T1.plusMicros(DOWN_100))),
            row("vrrp.md 3.5: Priority is lower, preempt_delay begins",
                    PATIENT, backup(PATIENT), received(HIGHER, 50), T1,
                    both(waitsUntil(BACKUP, T1.plusMicros(DOWN_100)), preemptsFrom(at(5_000_000)))),
            row("vrrp.md 3.5: Priority is lower while preempt_delay lasts, follow it",
                    PATIENT, DELAYED, received(HIGHER, 50), at(4_900_000),
                    both(waitsUntil(BACKUP, at(4_900_000 + DOWN_100)), preemptsFrom(at(5_000_000)))),
            row("vrrp.md 3.5: Priority is lower and preempt_delay over, let it time out",
                    PATIENT, after(PATIENT, DELAYED, received(HIGHER, 50), at(4_900_000)), received(HIGHER, 50),
                    at(5_000_000), stays(BACKUP, at(4_900_000 + DOWN_100))),
            row("vrrp.md 3.5: a better master makes preempt_delay begin anew",
                    PATIENT, DELAYED, received(LOWER, 100), at(2_000_000), both(
                            waitsUntil(BACKUP, at(2_000_000 + DOWN_100)), transition ->
                            assertThat(((Backup) transition.state()).preemptNotBefore()).isEmpty())),
            // 3 * 0.1 s + 156/256 * 0.1 s
            row("6.4.2: Set Active_Adver_Interval to the one in the advertisement (version 3)",
                    V3, backup(V3), received(HIGHER, 200, Duration.ofMillis(100)), T1,
                    both(waitsUntil(BACKUP, T1.plusMicros(360_937)), learns(Duration.ofMillis(100)))),
            row("vrrp.md 3.5: that of a weaker one with preempt_delay as well",
                    PATIENT_V3, backup(PATIENT_V3), received(HIGHER, 50, Duration.ofMillis(100)), T1,
                    both(waitsUntil(BACKUP, T1.plusMicros(360_937)), learns(Duration.ofMillis(100)))),
            row("6.4.2: of one that is discarded nothing is learnt",
                    V3, backup(V3), received(HIGHER, 50, Duration.ofMillis(100)), T1,
                    both(stays(BACKUP, at(DOWN_100)), learns(Duration.ofSeconds(1)))),
            row("RFC 3768 6.4.2: version 2 knows its own interval only",
                    SPEC, WAITING, received(HIGHER, 200, Duration.ofMillis(100)), T1, learns(Duration.ofSeconds(1))),
            row("vrrp.md 3.7: an owner that gave way goes on following the other owner as 254",
                    OWNER, LOWERED, received(HIGHER, 255), T1, hasPriority(254)),
            row("vrrp.md 3.5: and claims 255 again when it hears another owner",
                    OWNER, LOWERED, received(LOWER, 255), T1, hasPriority(255)),
            row("vrrp.md 3.5: or anybody else",
                    OWNER, LOWERED, received(LOWER, 200), T1, hasPriority(255)));

    private static final List<Row> TIMERS = List.of(
            row("6.4.2: Active_Down_Timer fires: advertise, announce the addresses, become master",
                    SPEC, WAITING, VrrpEvent.TIMER, at(DOWN_100),
                    both(becomes(VrrpStateName.MASTER, Trigger.MASTER_DOWN, new SendAdvert(100), new AddAddresses(),
                            new Announce(5), new Notify(VrrpStateName.MASTER, 100)),
                            says("(VI_1) Receive advertisement timeout", "(VI_1) Entering MASTER STATE"))),
            row("6.4.2: Set the Adver_Timer to Advertisement_Interval", SPEC, WAITING, VrrpEvent.TIMER, at(DOWN_100),
                    transition -> {
                        Master master = (Master) transition.state();
                        assertThat(master.nextAdvert()).isEqualTo(at(DOWN_100 + 1_000_000));
                        assertThat(master.garp().second()).isEqualTo(at(DOWN_100 + 5_000_000));
                    }),
            row("6.4.2: it fires after Skew_Time when the master resigned",
                    SPEC, RESIGNED, VrrpEvent.TIMER, T1.plusMicros(SKEW_100),
                    becomes(VrrpStateName.MASTER, Trigger.MASTER_RESIGNED, new SendAdvert(100), new AddAddresses(),
                            new Announce(5), new Notify(VrrpStateName.MASTER, 100))),
            row("vrrp.md 3.5: an owner that gave way is master as 255",
                    OWNER, LOWERED, VrrpEvent.TIMER, at(9_000_000), hasPriority(255)),
            row("the timer of the loop fires early: nothing yet",
                    SPEC, WAITING, VrrpEvent.TIMER, at(DOWN_100 - 1), ignored(WAITING)));

    private static final VrrpSpec SLOWER_V3 = Specs.v3().interval(Duration.ofSeconds(4)).spec();
    private static final VrrpState FOLLOWING_V3 = after(V3, backup(V3), received(HIGHER, 200), T1);
    private static final VrrpState SLEPT = after(SPEC, WAITING, new VrrpEvent.Overslept(), at(9_000_000));

    private static final List<Row> OTHERS = List.of(
            row("vrrp.md 3.5: a new priority changes the length of the wait and not its start",
                    SPEC, after(SPEC, WAITING, received(HIGHER, 50), T1), new VrrpEvent.PriorityChanged(200),
                    at(2_000_000), both(stays(BACKUP, at(3_218_750)),
                            says("(VI_1) Changing effective priority from 100 to 200"))),
            row("vrrp.md 3.5: that of the skew after a resignation as well",
                    SPEC, RESIGNED, new VrrpEvent.PriorityChanged(200), T1, stays(BACKUP, T1.plusMicros(218_750))),
            row("vrrp.md 3.10: a reload keeps the start of the wait and the interval that was learnt",
                    SLOWER_V3, FOLLOWING_V3, new VrrpEvent.Reconfigured(100, true, true), at(2_000_000),
                    waitsUntil(BACKUP, T1.plusMicros(DOWN_100))),
            row("vrrp.md 3.10: and changes the interval where none was learnt",
                    SLOWER_V3, backup(V3), new VrrpEvent.Reconfigured(100, true, true), at(2_000_000),
                    waitsUntil(BACKUP, at(4 * DOWN_100))),
            row("vrrp.md 3.10: without preempt_delay there is nothing left to wait for",
                    SPEC, DELAYED, new VrrpEvent.Reconfigured(100, true, false), at(2_000_000), transition ->
                            assertThat(((Backup) transition.state()).preemptNotBefore()).isEmpty()),
            row("vrrp.md 3.10: a start-up delay that a reload changed holds back from its new end on",
                    OWNER, OWNER_HELD_BACK, new VrrpEvent.DelayChanged(at(7_000_000)), T0,
                    waitsUntil(BACKUP, at(7_000_000))),
            row("a start-up delay that is over is not begun again",
                    SPEC, WAITING, new VrrpEvent.DelayChanged(at(7_000_000)), T1, ignored(WAITING)),
            row("silence slept through proves nothing: one interval and the skew from now on",
                    SPEC, WAITING, new VrrpEvent.Overslept(), at(9_000_000),
                    waitsUntil(BACKUP, at(10_000_000 + SKEW_100))),
            row("nor does that after a resignation", SPEC, RESIGNED, new VrrpEvent.Overslept(), at(9_000_000),
                    waitsUntil(BACKUP, at(10_000_000 + SKEW_100))),
            row("what is left is long enough", SPEC, WAITING, new VrrpEvent.Overslept(), T1, ignored(WAITING)),
            row("an owner held up by the start-up delay waits for nobody",
                    OWNER, OWNER_HELD_BACK, new VrrpEvent.Overslept(), at(6_000_000), ignored(OWNER_HELD_BACK)),
            row("a second sleep in the same silence lengthens nothing, or a machine always late would never take over",
                    SPEC, SLEPT, new VrrpEvent.Overslept(), at(10_300_000), ignored(SLEPT)),
            row("a reload right after oversleeping does not make up for the sleep",
                    SPEC, SLEPT, new VrrpEvent.Reconfigured(100, true, false), at(9_000_000),
                    waitsUntil(BACKUP, at(10_000_000 + SKEW_100))),
            row("nor does a new priority, which changes the skew",
                    SPEC, SLEPT, new VrrpEvent.PriorityChanged(200), at(9_000_000), stays(BACKUP, at(10_218_750))),
            row("vrrp.md 3.5: something is missing, enter FAULT and send nothing",
                    SPEC, WAITING, new VrrpEvent.FaultFound(WHY), T1,
                    both(becomes(new Fault(100), new Notify(VrrpStateName.FAULT, 100)),
                            says("(VI_1) Entering FAULT STATE"))),
            row("6.4.2: Shutdown, cancel the timer and say nothing",
                    SPEC, WAITING, new VrrpEvent.Stopped(WHY), T1, becomes(new Init(100))),
            row("vrrp.md 3.11: resumed only from the start", SPEC, WAITING, new VrrpEvent.Resumed(T0, T0, true), T0,
                    ignored(WAITING)),
            row("no fault to clear", SPEC, WAITING, new VrrpEvent.FaultsCleared(T0, WHY), T1, ignored(WAITING)),
            row("no addresses to lose", SPEC, WAITING, new VrrpEvent.AddressLost(WHY), T1, ignored(WAITING)),
            row("vrrp.md 5.3: the rest of the sync group is not ready, wait Active_Down_Interval again",
                    SPEC, WAITING, new VrrpEvent.GroupNotReady(), at(DOWN_100), becomes(new Backup(100, SECOND,
                            at(DOWN_100), Patience.SYNC_GROUP, at(2 * DOWN_100), Optional.empty(), Optional.empty(),
                            Optional.empty()))),
            row("said once", SPEC, WILLING, new VrrpEvent.GroupNotReady(), at(2 * DOWN_100), says()),
            row("not before the timer fires", SPEC, WAITING, new VrrpEvent.GroupNotReady(), T1, ignored(WAITING)),
            row("a better router ends the readiness", SPEC, WILLING, received(HIGHER, 200), at(DOWN_100 + 1),
                    transition -> assertThat(((Backup) transition.state()).isWilling()).isFalse()),
            row("vrrp.md 5.3: the sync group becomes master, at once and whatever the timer says",
                    SPEC, WAITING, new VrrpEvent.GroupRose(WHY), T1,
                    transition -> {
                        assertThat(transition.state().name()).isEqualTo(VrrpStateName.MASTER);
                        assertThat(transition.cause()).contains(WHY);
                    }),
            row("nothing to give up", SPEC, WAITING, new VrrpEvent.GroupYielded(WHY), T1, ignored(WAITING)),
            row("already started", SPEC, WAITING, new VrrpEvent.Started(T0), T1, ignored(WAITING)));

    private static Table.Outcome preemptsFrom(MonoTime time) {
        return transition -> assertThat(((Backup) transition.state()).preemptNotBefore()).contains(time);
    }

    private static Table.Outcome learns(Duration interval) {
        return transition -> assertThat(((Backup) transition.state()).masterInterval()).isEqualTo(interval);
    }

    private static Table.Outcome hasPriority(int priority) {
        return transition -> assertThat(transition.state().priority()).isEqualTo(priority);
    }

    @TestFactory
    Stream<DynamicTest> advertisementReceived() {
        return Table.tests(ADVERTS);
    }

    @TestFactory
    Stream<DynamicTest> timerFired() {
        return Table.tests(TIMERS);
    }

    @TestFactory
    Stream<DynamicTest> anythingElse() {
        return Table.tests(OTHERS);
    }

    @Test
    void everyEventHasARow() {
        List<Row> all = new ArrayList<>(ADVERTS);
        all.addAll(TIMERS);
        all.addAll(OTHERS);
        Table.assertEveryEventHasARow(Backup.class, all);
    }

    /// A reload to the other version: who was heard is understood no longer.
    @Test
    void theOtherVersionKnowsNothingOfTheMasterOfThisOne() {
        VrrpSpec slow = Specs.vrrp().interval(Duration.ofSeconds(3)).spec();
        VrrpSpec fast = Specs.v3().interval(Duration.ofMillis(100)).spec();
        VrrpState following = after(slow, backup(slow), received(HIGHER, 200), T1);

        VrrpState changed = VrrpMachine.afterVersionChange(fast, following);

        assertThat(changed.nextDeadline()).isEqualTo(T1.plusMicros(DOWN_100 / 10));
        assertThat(((Backup) changed).heard()).isEmpty();
        assertThat(VrrpMachine.afterVersionChange(fast, new Fault(1))).isEqualTo(new Fault(1));
    }
}
