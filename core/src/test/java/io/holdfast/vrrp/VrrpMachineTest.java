package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpAction.AddAddresses;
import io.holdfast.vrrp.VrrpAction.Announce;
import io.holdfast.vrrp.VrrpAction.Log;
import io.holdfast.vrrp.VrrpAction.Notify;
import io.holdfast.vrrp.VrrpAction.RemoveAddresses;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every event in every state, beside the paragraph of RFC 9568 (or `vrrp.md`) that says what it does.
class VrrpMachineTest {
    private static final IpAddress SELF = IpAddress.literal("192.0.2.5");
    private static final IpAddress LOWER = IpAddress.literal("192.0.2.4");
    private static final IpAddress HIGHER = IpAddress.literal("192.0.2.200");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final MonoTime T0 = MonoTime.ofMicros(10_000_000);
    private static final MonoTime T1 = at(1_000_000);
    private static final long SKEW_100 = 609_375; // (256 - 100) / 256 s
    private static final long DOWN_100 = 3_609_375;
    private static final Cause WHY = new Cause(Trigger.LINK_DOWN, "eth0", "test");
    private static final VrrpSpec SPEC = Specs.vrrp().spec();
    private static final VrrpSpec OWNER = Specs.vrrp().owner().spec();
    private static final Notify NOTIFY_BACKUP = new Notify(VrrpStateName.BACKUP, 100);

    private static MonoTime at(long microsAfterT0) {
        return T0.plusMicros(microsAfterT0);
    }

    private static Advert advert(IpAddress source, int priority) {
        return new Advert(source, priority, SECOND);
    }

    private static VrrpEvent received(IpAddress source, int priority) {
        return new VrrpEvent.AdvertReceived(advert(source, priority), SELF);
    }

    private static VrrpEvent received(IpAddress source, int priority, Duration interval) {
        return new VrrpEvent.AdvertReceived(new Advert(source, priority, interval), SELF);
    }

    /// Everything but log lines.
    private static List<VrrpAction> effects(Transition transition) {
        List<VrrpAction> effects = new ArrayList<>();
        for (VrrpAction action : transition.actions()) {
            if (!(action instanceof Log)) {
                effects.add(action);
            }
        }
        return effects;
    }

    private static List<String> log(Transition transition) {
        List<String> lines = new ArrayList<>();
        for (VrrpAction action : transition.actions()) {
            if (action instanceof Log line) {
                lines.add(line.text());
            }
        }
        return lines;
    }

    private static Backup backup(VrrpSpec spec) {
        Init init = new Init(spec.priority());
        return (Backup) VrrpMachine.on(spec, init, new VrrpEvent.Started(T0), T0).state();
    }

    /// Nothing due before the next advertisement.
    private static Master master(VrrpSpec spec) {
        return new Master(spec.priority(), T1, new GarpTimers(VrrpState.NEVER, VrrpState.NEVER, VrrpState.NEVER),
                OwnerRival.NONE, Optional.empty());
    }

    private static Transition on(VrrpSpec spec, VrrpState state, VrrpEvent event, MonoTime now) {
        return VrrpMachine.on(spec, state, event, now);
    }

    private static void assertUntouched(Transition transition, VrrpState before) {
        assertThat(transition).isEqualTo(new Transition(before, List.of(), Optional.empty()));
    }

    /// RFC 9568 section 6.4.1.
    @Nested
    class InInit {
        private final Init init = new Init(100);

        @Test
        void anOwnerBecomesMaster() {
            Transition up = on(OWNER, new Init(255), new VrrpEvent.Started(T0), T0);

            assertThat(up.state().name()).isEqualTo(VrrpStateName.MASTER);
            assertThat(effects(up)).containsExactly(new SendAdvert(255), new AddAddresses(), new Announce(5),
                    new Notify(VrrpStateName.MASTER, 255));
            assertThat(log(up)).containsExactly("(VI_1) Entering MASTER STATE");
        }

        @Test
        void othersBecomeBackup() {
            Transition up = on(SPEC, init, new VrrpEvent.Started(T0), T0);

            assertThat(up.state()).isEqualTo(new Backup(100, SECOND, T0, Patience.MASTER_DOWN, at(DOWN_100),
                    Optional.empty(), Optional.empty(), Optional.empty()));
            assertThat(effects(up)).containsExactly(NOTIFY_BACKUP);
            assertThat(log(up)).containsExactly("(VI_1) Entering BACKUP STATE (init)");
        }

        @Test
        void anOwnerToldToStartAsBackupDoesSo() { // vrrp.md 3.3
            VrrpSpec reluctant = Specs.vrrp().owner().wantsMaster(false).spec();

            assertThat(backup(reluctant).masterDownAt()).isEqualTo(at(3_003_906));
        }

        @Test
        void silenceCountsFromTheEndOfTheStartupDelay() { // vrrp.md 3.3
            Backup later = (Backup) on(SPEC, init, new VrrpEvent.Started(T1), T0).state();
            Transition owner = on(OWNER, new Init(255), new VrrpEvent.Started(T1), T0);

            assertThat(later.masterDownAt()).isEqualTo(T1.plusMicros(DOWN_100));
            assertThat(owner.actions()).isEmpty();
            assertThat(owner.state().nextDeadline()).isEqualTo(T1);
            assertThat(on(OWNER, owner.state(), VrrpEvent.TIMER, T1).state().name()).isEqualTo(VrrpStateName.MASTER);
        }

        @Test
        void aFaultIsEnteredAndToldAbout() { // vrrp.md 3.3
            Transition down = on(SPEC, init, new VrrpEvent.FaultFound(WHY), T0);

            assertThat(down.state()).isEqualTo(new Fault(100));
            assertThat(effects(down)).containsExactly(new Notify(VrrpStateName.FAULT, 100));
            assertThat(log(down)).contains("(VI_1) Entering FAULT STATE");
        }

        @Test
        void prioritiesAreNoted() {
            assertThat(on(SPEC, init, new VrrpEvent.PriorityChanged(7), T0).state()).isEqualTo(new Init(7));
            assertThat(on(SPEC, init, new VrrpEvent.Reconfigured(8, true, true), T0).state()).isEqualTo(new Init(8));
        }

        @Test
        void everythingElseIsIgnored() { // vrrp.md 3.4
            assertUntouched(on(SPEC, init, received(HIGHER, 200), T0), init);
            assertUntouched(on(SPEC, init, VrrpEvent.TIMER, T0), init);
            assertUntouched(on(SPEC, init, new VrrpEvent.Overslept(), T0), init);
            assertUntouched(on(SPEC, init, new VrrpEvent.FaultsCleared(T0, WHY), T0), init);
            assertUntouched(on(SPEC, init, new VrrpEvent.AddressLost(WHY), T0), init);
            assertUntouched(on(SPEC, init, new VrrpEvent.Stopped(WHY), T0), init);
            assertThat(init.nextDeadline()).isEqualTo(VrrpState.NEVER);
        }
    }

    /// `vrrp.md` 3.4; the RFC knows no such state.
    @Nested
    class InFault {
        private final Fault fault = new Fault(100);

        @Test
        void recoveryMakesABackupEvenOfAnOwner() {
            Transition up = on(OWNER, new Fault(255), new VrrpEvent.FaultsCleared(T0, WHY), T0);

            assertThat(up.state().nextDeadline()).isEqualTo(at(3_003_906));
            assertThat(effects(up)).containsExactly(new Notify(VrrpStateName.BACKUP, 255));
            assertThat(log(up)).containsExactly("(VI_1) Entering BACKUP STATE");
            assertThat(up.cause()).contains(WHY);
        }

        @Test
        void prioritiesAreNoted() {
            assertThat(on(SPEC, fault, new VrrpEvent.PriorityChanged(7), T0).state()).isEqualTo(new Fault(7));
            assertThat(on(SPEC, fault, new VrrpEvent.Reconfigured(8, true, true), T0).state()).isEqualTo(new Fault(8));
        }

        @Test
        void stopping() {
            Transition down = on(SPEC, fault, new VrrpEvent.Stopped(WHY), T0);

            assertThat(down.state()).isEqualTo(new Init(100));
            assertThat(down.actions()).isEmpty();
        }

        @Test
        void everythingElseIsIgnored() {
            assertUntouched(on(SPEC, fault, received(HIGHER, 200), T0), fault);
            assertUntouched(on(SPEC, fault, VrrpEvent.TIMER, T0), fault);
            assertUntouched(on(SPEC, fault, new VrrpEvent.Overslept(), T0), fault);
            assertUntouched(on(SPEC, fault, new VrrpEvent.FaultFound(WHY), T0), fault);
            assertUntouched(on(SPEC, fault, new VrrpEvent.AddressLost(WHY), T0), fault);
            assertUntouched(on(SPEC, fault, new VrrpEvent.Started(T0), T0), fault);
            assertThat(fault.nextDeadline()).isEqualTo(VrrpState.NEVER);
        }
    }

    /// RFC 9568 section 6.4.2.
    @Nested
    class InBackup {
        private final Backup backup = backup(SPEC);

        @Test
        void theTimerMakesAMasterInTheOrderOfTheSpecification() { // vrrp.md 4.1
            Transition up = on(SPEC, backup, VrrpEvent.TIMER, at(DOWN_100));
            Master master = (Master) up.state();

            assertThat(effects(up)).containsExactly(new SendAdvert(100), new AddAddresses(), new Announce(5),
                    new Notify(VrrpStateName.MASTER, 100));
            assertThat(log(up)).containsExactly("(VI_1) Receive advertisement timeout", "(VI_1) Entering MASTER STATE");
            assertThat(master.nextAdvert()).isEqualTo(at(DOWN_100 + 1_000_000));
            assertThat(master.garp().second()).isEqualTo(at(DOWN_100 + 5_000_000));
            assertThat(up.cause().orElseThrow().trigger()).isEqualTo(Trigger.MASTER_DOWN);
        }

        @Test
        void aTimerBeforeTheDeadlineDoesNothing() {
            assertUntouched(on(SPEC, backup, VrrpEvent.TIMER, at(DOWN_100 - 1)), backup);
        }

        @Test
        void aResignationLeavesOnlyTheSkew() {
            Transition heard = on(SPEC, backup, received(HIGHER, 0), T1);

            assertThat(heard.state().nextDeadline()).isEqualTo(T1.plusMicros(SKEW_100));
            assertThat(heard.actions()).isEmpty();
            assertThat(on(SPEC, heard.state(), VrrpEvent.TIMER, T1.plusMicros(SKEW_100)).cause().orElseThrow()
                    .trigger()).isEqualTo(Trigger.MASTER_RESIGNED);
        }

        @Test
        void aHigherPriorityRestartsTheTimer() {
            assertUntouchedBut(on(SPEC, backup, received(LOWER, 101), T1), T1.plusMicros(DOWN_100));
        }

        @Test
        void anEqualPriorityRestartsTheTimerWhateverTheAddress() {
            assertUntouchedBut(on(SPEC, backup, received(LOWER, 100), T1), T1.plusMicros(DOWN_100));
        }

        @Test
        void aLowerPriorityIsLeftToTimeOut() {
            Transition heard = on(SPEC, backup, received(HIGHER, 99), T1);

            assertThat(heard.state().nextDeadline()).isEqualTo(at(DOWN_100));
            assertThat(log(heard)).containsExactly(
                    "(VI_1) received lower priority (99) advert from 192.0.2.200 - discarding");
            assertThat(on(SPEC, heard.state(), received(HIGHER, 99), T1).actions()).isEmpty();
        }

        @Test
        void nopreemptFollowsALowerPriority() {
            VrrpSpec nopreempt = Specs.vrrp().nopreempt().spec();

            assertUntouchedBut(on(nopreempt, backup, received(HIGHER, 1), T1), T1.plusMicros(DOWN_100));
        }

        @Test
        void versionThreeLearnsTheMastersInterval() {
            VrrpSpec v3 = Specs.v3().spec();
            Backup following = (Backup) on(v3, backup(v3), received(HIGHER, 200, Duration.ofMillis(100)), T1).state();

            assertThat(following.masterInterval()).isEqualTo(Duration.ofMillis(100));
            // 3 * 0.1 s + 156/256 * 0.1 s
            assertThat(following.masterDownAt()).isEqualTo(T1.plusMicros(360_937));
        }

        @Test
        void preemptDelayLeavesALowerPriorityAloneUntilItHasPassed() { // vrrp.md 3.5
            VrrpSpec patient = Specs.vrrp().preemptDelay(Duration.ofSeconds(4)).spec();
            Backup first = (Backup) on(patient, backup(patient), received(HIGHER, 50), T1).state();
            Backup last = (Backup) on(patient, first, received(HIGHER, 50), at(4_900_000)).state();
            Backup refused = (Backup) on(patient, last, received(HIGHER, 50), at(5_000_000)).state();

            assertThat(first.preemptNotBefore()).contains(at(5_000_000));
            assertThat(last.masterDownAt()).isEqualTo(at(4_900_000 + DOWN_100));
            assertThat(refused.masterDownAt()).isEqualTo(last.masterDownAt());
        }

        @Test
        void aBetterMasterMakesPreemptDelayBeginAnew() { // vrrp.md 3.5
            VrrpSpec patient = Specs.vrrp().preemptDelay(Duration.ofSeconds(4)).spec();
            Backup delayed = (Backup) on(patient, backup(patient), received(HIGHER, 50), T1).state();

            assertThat(((Backup) on(patient, delayed, received(LOWER, 100), at(2_000_000)).state()).preemptNotBefore())
                    .isEmpty();
        }

        @Test
        void aChangeOfPriorityKeepsTheStartOfTheWait() { // proposal 23
            Backup ignoring = (Backup) on(SPEC, backup, received(HIGHER, 50), T1).state();
            Transition changed = on(SPEC, ignoring, new VrrpEvent.PriorityChanged(200), at(2_000_000));
            Transition afterResigning = on(SPEC, on(SPEC, backup, received(HIGHER, 0), T1).state(),
                    new VrrpEvent.PriorityChanged(200), T1);

            assertThat(changed.state().nextDeadline()).isEqualTo(at(3_218_750));
            assertThat(log(changed)).containsExactly("(VI_1) Changing effective priority from 100 to 200");
            assertThat(afterResigning.state().nextDeadline()).isEqualTo(T1.plusMicros(218_750));
        }

        @Test
        void aReloadKeepsTheStartOfTheWaitAndTheLearntInterval() { // vrrp.md 3.10, proposal 16
            VrrpSpec v3 = Specs.v3().spec();
            VrrpSpec slower = Specs.v3().interval(Duration.ofSeconds(4)).spec();
            VrrpState following = on(v3, backup(v3), received(HIGHER, 200), T1).state();

            assertThat(on(slower, following, new VrrpEvent.Reconfigured(100, true, true), at(2_000_000)).state()
                    .nextDeadline()).isEqualTo(T1.plusMicros(DOWN_100));
            assertThat(on(slower, backup(v3), new VrrpEvent.Reconfigured(100, true, true), at(2_000_000)).state()
                    .nextDeadline()).isEqualTo(at(4 * DOWN_100));
        }

        @Test
        void theOtherVersionKnowsNothingOfTheMasterOfThisOne() { // found by the simulator
            VrrpSpec slow = Specs.vrrp().interval(Duration.ofSeconds(3)).spec();
            VrrpSpec fast = Specs.v3().interval(Duration.ofMillis(100)).spec();
            VrrpState following = on(slow, backup(slow), received(HIGHER, 200), T1).state();

            VrrpState changed = VrrpMachine.afterVersionChange(fast, following);

            assertThat(changed.nextDeadline()).isEqualTo(T1.plusMicros(DOWN_100 / 10));
            assertThat(((Backup) changed).heard()).isEmpty();
            assertThat(VrrpMachine.afterVersionChange(fast, new Fault(1))).isEqualTo(new Fault(1));
        }

        @Test
        void silenceSleptThroughProvesNothing() {
            VrrpState late = on(SPEC, backup, new VrrpEvent.Overslept(), at(9_000_000)).state();

            assertThat(late.nextDeadline()).isEqualTo(at(10_000_000 + SKEW_100));
            assertUntouched(on(SPEC, backup, new VrrpEvent.Overslept(), at(1_000_000)), backup);
        }

        @Test
        void aFaultIsEnteredInSilence() { // vrrp.md 3.5
            Transition down = on(SPEC, backup, new VrrpEvent.FaultFound(WHY), T1);

            assertThat(down.state()).isEqualTo(new Fault(100));
            assertThat(effects(down)).containsExactly(new Notify(VrrpStateName.FAULT, 100));
        }

        @Test
        void stoppingSaysNothing() {
            Transition down = on(SPEC, backup, new VrrpEvent.Stopped(WHY), T1);

            assertThat(down.state()).isEqualTo(new Init(100));
            assertThat(down.actions()).isEmpty();
        }

        @Test
        void anOwnerThatGaveWayClaimsItsPriorityAgain() { // vrrp.md 3.5
            Backup lowered = BackupRules.withPriority(OWNER,
                    backup(Specs.vrrp().owner().wantsMaster(false).spec()), 254);
            Backup following = (Backup) on(OWNER, lowered, received(HIGHER, 255), T1).state();
            Backup again = (Backup) on(OWNER, following, received(HIGHER, 255), T1).state();
            Backup back = (Backup) on(OWNER, again, received(LOWER, 200), T1).state();

            assertThat(again.priority()).isEqualTo(following.priority());
            assertThat(back.priority()).isEqualTo(255);
            assertThat(((Master) on(OWNER, lowered, VrrpEvent.TIMER, at(9_000_000)).state()).priority())
                    .isEqualTo(255);
        }

        @Test
        void everythingElseIsIgnored() {
            assertUntouched(on(SPEC, backup, new VrrpEvent.FaultsCleared(T0, WHY), T1), backup);
            assertUntouched(on(SPEC, backup, new VrrpEvent.AddressLost(WHY), T1), backup);
            assertUntouched(on(SPEC, backup, new VrrpEvent.Started(T0), T1), backup);
        }

        private void assertUntouchedBut(Transition transition, MonoTime deadline) {
            assertThat(transition.state().name()).isEqualTo(VrrpStateName.BACKUP);
            assertThat(transition.actions()).isEmpty();
            assertThat(transition.state().nextDeadline()).isEqualTo(deadline);
        }
    }

    /// RFC 9568 section 6.4.3.
    @Nested
    class InMaster {
        private final Master master = master(SPEC);

        @Test
        void aStormOfWeakerAdvertisementsIsAnsweredAHundredTimesASecond() {
            VrrpState state = on(SPEC, master, received(LOWER, 50), at(500_000)).state();
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
        void aResignationRightAfterAnAdvertisementIsAnsweredWithinTenMilliseconds() {
            VrrpState answered = on(SPEC, master, received(LOWER, 50), at(500_000)).state();
            Transition second = on(SPEC, answered, received(LOWER, 0), at(500_100));

            assertThat(second.actions()).isEmpty();
            assertThat(second.state().nextDeadline()).isEqualTo(at(510_100));
        }

        @Test
        void theTimerSendsAndKeepsItsRhythm() {
            Transition sent = on(SPEC, master, VrrpEvent.TIMER, T1.plusMicros(300_000));

            assertThat(sent.actions()).containsExactly(new SendAdvert(100));
            assertThat(sent.state().nextDeadline()).isEqualTo(at(2_000_000));
        }

        @Test
        void missedAdvertisementsAreNotMadeUpFor() {
            Transition sent = on(SPEC, master, VrrpEvent.TIMER, at(4_500_000));

            assertThat(sent.actions()).containsExactly(new SendAdvert(100));
            assertThat(sent.state().nextDeadline()).isEqualTo(at(5_000_000));
        }

        @Test
        void aResignationIsAnsweredAtOnce() {
            Transition answered = on(SPEC, master, received(HIGHER, 0), at(400_000));

            assertThat(answered.actions()).containsExactly(new SendAdvert(100));
            assertThat(answered.state().nextDeadline()).isEqualTo(at(1_400_000));
        }

        @Test
        void aHigherPriorityWins() {
            Transition yielded = on(SPEC, master, received(LOWER, 101), at(400_000));

            assertThat(yielded.state()).isEqualTo(new Backup(100, SECOND, at(400_000), Patience.MASTER_DOWN,
                    at(400_000 + DOWN_100), Optional.of(advert(LOWER, 101)), Optional.empty(),
                    Optional.empty()));
            assertThat(effects(yielded)).containsExactly(new RemoveAddresses(), NOTIFY_BACKUP);
            assertThat(log(yielded)).containsExactly(
                    "(VI_1) Master received advert from 192.0.2.4 with higher priority 101, ours 100",
                    "(VI_1) Entering BACKUP STATE");
            assertThat(yielded.cause().orElseThrow().trigger()).isEqualTo(Trigger.HIGHER_PRIORITY);
        }

        @Test
        void atEqualPriorityTheHigherAddressWins() { // compared without sign: 192... is negative as an int
            assertThat(on(SPEC, master, received(HIGHER, 100), T0).cause().orElseThrow().trigger())
                    .isEqualTo(Trigger.HIGHER_ADDRESS);
            assertThat(on(SPEC, master, received(IpAddress.literal("10.0.0.1"), 100), T0).state().name())
                    .isEqualTo(VrrpStateName.MASTER);
        }

        @Test
        void ourOwnPacketChangesNothingAndIsLoggedOnce() { // vrrp.md 3.6
            Transition heard = on(SPEC, master, received(SELF, 100), at(400_000));

            assertThat(effects(heard)).isEmpty();
            assertThat(heard.state().nextDeadline()).isEqualTo(T1);
            assertThat(log(heard)).hasSize(1);
            assertUntouched(on(SPEC, heard.state(), received(SELF, 100), at(400_000)), heard.state());
        }

        @Test
        void aLowerPriorityIsAnsweredAndAnnouncedOver() { // vrrp.md 3.6
            Transition answered = on(SPEC, master, received(HIGHER, 99), at(400_000));
            Master after = (Master) answered.state();

            assertThat(effects(answered)).containsExactly(new SendAdvert(100), new Announce(5));
            assertThat(after.nextAdvert()).isEqualTo(at(1_400_000));
            assertThat(after.garp().afterLower()).isEqualTo(at(5_400_000));
            assertThat(log(answered)).containsExactly("(VI_1) received lower priority (99) advert from 192.0.2.200,"
                    + " ours 100, forcing new election");
            assertThat(log(on(SPEC, after, received(HIGHER, 99), at(500_000)))).isEmpty();
        }

        @Test
        void lowerPrioNoAdvertLeavesTheRhythmAlone() { // vrrp.md 3.6
            VrrpSpec quiet = Specs.vrrp().garp(new GarpSpec(5, Duration.ZERO, Duration.ZERO, 1, 0, Duration.ZERO))
                    .options(new VrrpOptions(false, true, false, false, false, false)).spec();
            Transition heard = on(quiet, master, received(HIGHER, 99), at(400_000));

            assertThat(effects(heard)).isEmpty();
            assertThat(heard.state().nextDeadline()).isEqualTo(T1);
        }

        @Test
        void higherPrioSendAdvertSpeaksOnceMore() { // vrrp.md 3.6
            VrrpSpec talkative = Specs.vrrp()
                    .options(new VrrpOptions(false, false, true, false, false, false)).spec();

            assertThat(effects(on(talkative, master, received(HIGHER, 200), T0)))
                    .containsExactly(new SendAdvert(100), new RemoveAddresses(), NOTIFY_BACKUP);
        }

        @Test
        void versionThreeLearnsTheIntervalOfWhomItYieldsTo() {
            VrrpSpec v3 = Specs.v3().spec();
            Backup following = (Backup) on(v3, master(v3), received(HIGHER, 200, Duration.ofMillis(500)), T0).state();

            assertThat(following.masterInterval()).isEqualTo(Duration.ofMillis(500));
        }

        @Test
        void anOwnIntervalIsUsedAgainAfterALearntOne() { // proposal 24
            VrrpSpec v3 = Specs.v3().spec();
            VrrpState following = on(v3, backup(v3), received(HIGHER, 200, Duration.ofMillis(500)), T0).state();
            VrrpState up = on(v3, following, VrrpEvent.TIMER, at(9_000_000)).state();
            VrrpState lost = on(v3, up, new VrrpEvent.AddressLost(WHY), at(9_000_000)).state();

            assertThat(up.nextDeadline()).isEqualTo(at(10_000_000));
            assertThat(((Backup) lost).masterInterval()).isEqualTo(SECOND);
        }

        @Test
        void aFaultSendsOneResignationAndRemovesTheAddresses() { // vrrp.md 4.4, proposal 11
            Transition down = on(SPEC, master, new VrrpEvent.FaultFound(WHY), T0);

            assertThat(effects(down)).containsExactly(new SendAdvert(0), new RemoveAddresses(),
                    new Notify(VrrpStateName.FAULT, 100));
            assertThat(log(down)).startsWith("(VI_1) sent 0 priority", "(VI_1) Entering FAULT STATE");
        }

        @Test
        void aLostAddressMeansBackupForTheSkew() { // vrrp.md 4.5
            Transition lost = on(SPEC, master, new VrrpEvent.AddressLost(WHY), T0);

            assertThat(effects(lost)).containsExactly(new SendAdvert(0), new RemoveAddresses(), NOTIFY_BACKUP);
            assertThat(lost.state().nextDeadline()).isEqualTo(at(SKEW_100));
        }

        @Test
        void aNewPriorityWaitsForTheNextAdvertisement() { // vrrp.md 3.6
            Transition changed = on(SPEC, master, new VrrpEvent.PriorityChanged(50), at(400_000));

            assertThat(effects(changed)).isEmpty();
            assertThat(on(SPEC, changed.state(), VrrpEvent.TIMER, T1).actions()).containsExactly(new SendAdvert(50));
        }

        @Test
        void aReloadAdvertisesAtOnceAndAnnouncesNewAddresses() { // vrrp.md 3.10
            Transition same = on(SPEC, master, new VrrpEvent.Reconfigured(90, true, false), at(400_000));
            Transition more = on(SPEC, master, new VrrpEvent.Reconfigured(90, true, true), at(400_000));

            assertThat(same.actions()).containsExactly(new SendAdvert(90));
            assertThat(same.state().nextDeadline()).isEqualTo(at(1_400_000));
            assertThat(more.actions()).containsExactly(new SendAdvert(90), new Announce(5));
            assertThat(((Master) more.state()).garp().second()).isEqualTo(at(5_400_000));
        }

        @Test
        void aReloadThatNobodyHearsLeavesTheScheduleAlone() { // vrrp.md 3.10
            Transition silent = on(SPEC, master, new VrrpEvent.Reconfigured(100, false, false), at(400_000));

            assertThat(silent.actions()).isEmpty();
            assertThat(silent.state()).isEqualTo(master);
        }

        @Test
        void aNewRefreshIsNeverLaterThanEitherTheOldOrTheNewOne() {
            GarpSpec minute = new GarpSpec(1, Duration.ZERO, Duration.ofMinutes(1), 1, 0, Duration.ZERO);
            GarpSpec second = new GarpSpec(1, Duration.ZERO, Duration.ofSeconds(1), 1, 0, Duration.ZERO);
            VrrpEvent changed = new VrrpEvent.Reconfigured(100, false, false);
            Transition begun = on(Specs.vrrp().garp(minute).spec(), master, changed, T0);
            Transition sooner = on(Specs.vrrp().garp(second).spec(), begun.state(), changed, at(400_000));
            Transition kept = on(Specs.vrrp().garp(minute).spec(), begun.state(), changed, at(400_000));
            Transition ended = on(SPEC, begun.state(), changed, at(400_000));

            assertThat(((Master) begun.state()).garp().refresh()).isEqualTo(at(60_000_000));
            assertThat(((Master) sooner.state()).garp().refresh()).isEqualTo(at(1_400_000));
            assertThat(kept.state()).isEqualTo(begun.state());
            assertThat(((Master) ended.state()).garp().refresh()).isEqualTo(VrrpState.NEVER);
        }

        @Test
        void stoppingResigns() {
            Transition down = on(SPEC, master, new VrrpEvent.Stopped(WHY), T0);

            assertThat(down.state()).isEqualTo(new Init(100));
            assertThat(effects(down)).containsExactly(new SendAdvert(0), new RemoveAddresses());
        }

        @Test
        void everythingElseIsIgnored() {
            assertUntouched(on(SPEC, master, new VrrpEvent.Overslept(), T0), master);
            assertUntouched(on(SPEC, master, new VrrpEvent.FaultsCleared(T0, WHY), T0), master);
            assertUntouched(on(SPEC, master, new VrrpEvent.Started(T0), T0), master);
        }
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
