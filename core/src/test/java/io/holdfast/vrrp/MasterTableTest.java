package io.holdfast.vrrp;

import static io.holdfast.vrrp.Table.DOWN_100;
import static io.holdfast.vrrp.Table.HIGHER;
import static io.holdfast.vrrp.Table.LOWER;
import static io.holdfast.vrrp.Table.NOTIFY_BACKUP;
import static io.holdfast.vrrp.Table.OWNER;
import static io.holdfast.vrrp.Table.SECOND;
import static io.holdfast.vrrp.Table.SELF;
import static io.holdfast.vrrp.Table.SKEW_100;
import static io.holdfast.vrrp.Table.SPEC;
import static io.holdfast.vrrp.Table.T0;
import static io.holdfast.vrrp.Table.T1;
import static io.holdfast.vrrp.Table.V3;
import static io.holdfast.vrrp.Table.WHY;
import static io.holdfast.vrrp.Table.advert;
import static io.holdfast.vrrp.Table.after;
import static io.holdfast.vrrp.Table.at;
import static io.holdfast.vrrp.Table.becomes;
import static io.holdfast.vrrp.Table.both;
import static io.holdfast.vrrp.Table.ignored;
import static io.holdfast.vrrp.Table.master;
import static io.holdfast.vrrp.Table.received;
import static io.holdfast.vrrp.Table.row;
import static io.holdfast.vrrp.Table.says;
import static io.holdfast.vrrp.Table.stays;
import static io.holdfast.vrrp.Table.waitsUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Table.Row;
import io.holdfast.vrrp.VrrpAction.Announce;
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
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every event while Active, which is called MASTER here, beside RFC 9568 section 6.4.3 and `vrrp.md` 3.6 to 3.10.
class MasterTableTest {
    private static final VrrpStateName MASTER = VrrpStateName.MASTER;
    private static final VrrpStateName BACKUP = VrrpStateName.BACKUP;
    private static final Master ACTIVE = master(SPEC);
    private static final IpAddress FAR_LOWER = IpAddress.literal("10.0.0.1");
    private static final VrrpSpec NOPREEMPT = Specs.vrrp().nopreempt().spec();
    private static final VrrpSpec SILENT = Specs.vrrp()
            .garp(new GarpSpec(5, Duration.ZERO, Duration.ZERO, 1, 0, Duration.ZERO))
            .options(new VrrpOptions(false, true, false, false, false, false)).spec();
    private static final VrrpSpec TALKATIVE = Specs.vrrp()
            .options(new VrrpOptions(false, false, true, false, false, false)).spec();
    private static final VrrpSpec STALLING = Specs.vrrp().nopreempt()
            .options(new VrrpOptions(false, false, false, false, false, false, OptionalInt.of(100))).spec();
    private static final VrrpState ANSWERED = after(SPEC, ACTIVE, received(LOWER, 50), at(500_000));

    private static final List<Row> ADVERTS = List.of(
            row("6.4.3: Priority is zero, advertise and reset the Adver_Timer",
                    SPEC, ACTIVE, received(HIGHER, 0), at(400_000),
                    stays(MASTER, at(1_400_000), new SendAdvert(100))),
            row("6.4.3: Priority is zero, also with lower_prio_no_advert",
                    SILENT, ACTIVE, received(HIGHER, 0), at(400_000),
                    stays(MASTER, at(1_400_000), new SendAdvert(100))),
            row("6.4.3: Priority is zero right after an advertisement: within ten milliseconds",
                    SPEC, ANSWERED, received(LOWER, 0), at(500_100), waitsUntil(MASTER, at(510_100))),
            row("6.4.3: Priority is higher, go to Backup and wait Active_Down_Interval; nobody waits for a resignation",
                    SPEC, ACTIVE, received(LOWER, 101), at(400_000),
                    both(becomes(new Backup(100, SECOND, at(400_000), Patience.MASTER_DOWN, at(400_000 + DOWN_100),
                            Optional.of(advert(LOWER, 101)), Optional.empty(), Optional.empty()),
                            new RemoveAddresses(), NOTIFY_BACKUP), says(
                            "(VI_1) Master received advert from 192.0.2.4 with higher priority 101, ours 100",
                            "(VI_1) Entering BACKUP STATE"))),
            row("6.4.3: Priority is higher, whatever Preempt_Mode is",
                    NOPREEMPT, ACTIVE, received(LOWER, 101), at(400_000),
                    becomes(BACKUP, Trigger.HIGHER_PRIORITY, new RemoveAddresses(), NOTIFY_BACKUP)),
            row("6.4.3: Priority is 255, an owner is higher than anybody",
                    SPEC, ACTIVE, received(LOWER, 255), at(400_000),
                    becomes(BACKUP, Trigger.HIGHER_PRIORITY, new RemoveAddresses(), NOTIFY_BACKUP)),
            row("vrrp.md 3.6: higher_prio_send_advert, advertise once more before",
                    TALKATIVE, ACTIVE, received(HIGHER, 200), T0,
                    becomes(BACKUP, Trigger.HIGHER_PRIORITY, new SendAdvert(100), new RemoveAddresses(),
                            NOTIFY_BACKUP)),
            row("6.4.3: Priority is equal and the address higher, the same",
                    SPEC, ACTIVE, received(HIGHER, 100), T0,
                    becomes(BACKUP, Trigger.HIGHER_ADDRESS, new RemoveAddresses(), NOTIFY_BACKUP)),
            row("6.4.3: Set Active_Adver_Interval to the one in the advertisement (version 3)",
                    V3, master(V3), received(HIGHER, 200, Duration.ofMillis(500)), T0,
                    follows(Duration.ofMillis(500))),
            row("RFC 3768 6.4.3: version 2 knows its own interval only",
                    SPEC, ACTIVE, received(HIGHER, 200, Duration.ofMillis(500)), T0, follows(SECOND)),
            row("6.4.3: Priority is equal and the address lower, assert that we are master",
                    SPEC, ACTIVE, received(LOWER, 100), at(400_000),
                    both(stays(MASTER, at(1_400_000), new SendAdvert(100), new Announce(5)), says(
                            "(VI_1) received same priority (100) but lower address advert from 192.0.2.4, ours 100,"
                                    + " forcing new election"))),
            row("6.4.3: addresses are compared as unsigned numbers: 192... is no less than 10...",
                    SPEC, ACTIVE, received(FAR_LOWER, 100), T0, staysMaster()),
            row("vrrp.md 3.6: Priority and address are our own, log it and change nothing",
                    SPEC, ACTIVE, received(SELF, 100), at(400_000),
                    both(stays(MASTER, T1), says("(VI_1) received an advertisement with our own address, 192.0.2.5"))),
            row("vrrp.md 3.6: and log it once",
                    SPEC, after(SPEC, ACTIVE, received(SELF, 100), at(400_000)), received(SELF, 100), at(400_000),
                    waitsUntil(MASTER, T1)),
            row("6.4.3: Priority is lower, assert that we are master; garp_lower_prio_repeat",
                    SPEC, ACTIVE, received(HIGHER, 99), at(400_000),
                    both(stays(MASTER, at(1_400_000), new SendAdvert(100), new Announce(5)), says(
                            "(VI_1) received lower priority (99) advert from 192.0.2.200, ours 100,"
                                    + " forcing new election"))),
            row("vrrp.md 3.6: garp_lower_prio_delay, announce once more later",
                    SPEC, ACTIVE, received(HIGHER, 99), at(400_000), transition -> assertThat(
                            ((Master) transition.state()).garp().afterLower()).isEqualTo(at(5_400_000))),
            row("vrrp.md 2.4: Priority is lower and that was said before",
                    SPEC, after(SPEC, ACTIVE, received(HIGHER, 99), at(400_000)), received(HIGHER, 99), at(500_000),
                    says()),
            row("vrrp.md 3.6: lower_prio_no_advert, leave the weaker master alone",
                    SILENT, ACTIVE, received(HIGHER, 99), at(400_000), stays(MASTER, T1)),
            row("vrrp.md 3.7: another owner with a higher address, give way",
                    OWNER, master(OWNER), received(HIGHER, 255), T0,
                    becomes(BACKUP, Trigger.OWNER_CONFLICT, new RemoveAddresses(),
                            new Notify(BACKUP, 255))),
            row("vrrp.md 3.7: another owner with a lower address, complain and expect it to give way",
                    OWNER, master(OWNER), received(LOWER, 255), T0, both(staysMaster(), transition ->
                            assertThat(Table.log(transition)).hasSize(1).first().asString()
                                    .contains("CONFIGURATION ERROR"))),
            row("vrrp.md 3.7: Priority is lower, an owner stays master",
                    OWNER, master(OWNER), received(HIGHER, 254), at(400_000),
                    stays(MASTER, at(1_400_000), new SendAdvert(255), new Announce(5))));

    private static final List<Row> TIMERS = List.of(
            row("6.4.3: Adver_Timer fires, advertise; its rhythm does not drift",
                    SPEC, ACTIVE, VrrpEvent.TIMER, T1.plusMicros(300_000),
                    stays(MASTER, at(2_000_000), new SendAdvert(100))),
            row("what was missed is not made up for",
                    SPEC, ACTIVE, VrrpEvent.TIMER, at(4_500_000), stays(MASTER, at(5_000_000), new SendAdvert(100))),
            row("the timer of the loop fires early: nothing yet",
                    SPEC, ACTIVE, VrrpEvent.TIMER, at(999_999), ignored(ACTIVE)));

    private static final List<Row> OTHERS = List.of(
            row("vrrp.md 4.4: something is missing, resign, remove the addresses, enter FAULT",
                    SPEC, ACTIVE, new VrrpEvent.FaultFound(WHY), T0,
                    both(becomes(new Fault(100), new SendAdvert(0), new RemoveAddresses(),
                            new Notify(VrrpStateName.FAULT, 100)), says("(VI_1) sent 0 priority",
                            "(VI_1) Entering FAULT STATE"))),
            row("vrrp.md 4.5: an address cannot be kept, resign and wait Skew_Time",
                    SPEC, ACTIVE, new VrrpEvent.AddressLost(WHY), T0,
                    stays(BACKUP, at(SKEW_100), new SendAdvert(0), new RemoveAddresses(), NOTIFY_BACKUP)),
            row("vrrp.md 3.6: a new priority waits for the next advertisement",
                    SPEC, ACTIVE, new VrrpEvent.PriorityChanged(50), at(400_000),
                    both(becomes(new Master(50, T1, ACTIVE.garp(), OwnerRival.NONE, Optional.empty())),
                            says("(VI_1) Changing effective priority from 100 to 50"))),
            row("vrrp.md 3.10: a reload advertises at once",
                    SPEC, ACTIVE, new VrrpEvent.Reconfigured(90, true, false), at(400_000),
                    stays(MASTER, at(1_400_000), new SendAdvert(90))),
            row("vrrp.md 3.10: and announces what is new, now and after garp_master_delay",
                    SPEC, ACTIVE, new VrrpEvent.Reconfigured(90, true, true), at(400_000),
                    both(stays(MASTER, at(1_400_000), new SendAdvert(90), new Announce(5)), transition ->
                            assertThat(((Master) transition.state()).garp().second()).isEqualTo(at(5_400_000)))),
            row("vrrp.md 3.10: a reload that nobody hears leaves the schedule alone",
                    SPEC, ACTIVE, new VrrpEvent.Reconfigured(100, false, false), at(400_000), ignored(ACTIVE)),
            row("6.4.3: Shutdown, resign and remove the addresses", SPEC, ACTIVE, new VrrpEvent.Stopped(WHY), T0,
                    becomes(new Init(100), new SendAdvert(0), new RemoveAddresses())),
            row("vrrp.md 3.8: the loop overslept, without timer_expired_backup that means nothing",
                    SPEC, ACTIVE, new VrrpEvent.Overslept(), at(9_000_000), ignored(ACTIVE)),
            row("vrrp.md 3.8: with timer_expired_backup, too short a sleep for anybody to have taken over",
                    STALLING, ACTIVE, new VrrpEvent.Overslept(), at(DOWN_100), ignored(ACTIVE)),
            row("vrrp.md 3.8: long enough, go to Backup without a resignation",
                    STALLING, ACTIVE, new VrrpEvent.Overslept(), at(DOWN_100 + 1),
                    both(stays(BACKUP, at(2 * DOWN_100 + 1), new RemoveAddresses(), NOTIFY_BACKUP),
                            becomes(BACKUP, Trigger.OVERSLEPT, new RemoveAddresses(), NOTIFY_BACKUP))),
            row("no start-up delay to wait for", SPEC, ACTIVE, new VrrpEvent.DelayChanged(T0), T0, ignored(ACTIVE)),
            row("vrrp.md 3.11: resumed only from the start", SPEC, ACTIVE, new VrrpEvent.Resumed(T0, T0, true), T0,
                    ignored(ACTIVE)),
            row("no fault to clear", SPEC, ACTIVE, new VrrpEvent.FaultsCleared(T0, WHY), T0, ignored(ACTIVE)),
            row("vrrp.md 5.3: another member of the sync group gave way, so do we, without a resignation",
                    SPEC, ACTIVE, new VrrpEvent.GroupYielded(WHY), at(400_000),
                    transition -> {
                        assertThat(transition.state().name()).isEqualTo(VrrpStateName.BACKUP);
                        assertThat(transition.actions()).noneMatch(VrrpAction.SendAdvert.class::isInstance)
                                .anyMatch(VrrpAction.RemoveAddresses.class::isInstance);
                        assertThat(transition.state().nextDeadline()).isEqualTo(at(400_000 + DOWN_100));
                    }),
            row("we are what the sync group became", SPEC, ACTIVE, new VrrpEvent.GroupRose(WHY), T0, ignored(ACTIVE)),
            row("and wait for nobody", SPEC, ACTIVE, new VrrpEvent.GroupNotReady(), T0, ignored(ACTIVE)),
            row("already started", SPEC, ACTIVE, new VrrpEvent.Started(T0), T0, ignored(ACTIVE)));

    private static Table.Outcome follows(Duration interval) {
        return transition -> assertThat(((Backup) transition.state()).masterInterval()).isEqualTo(interval);
    }

    private static Table.Outcome staysMaster() {
        return transition -> assertThat(transition.state().name()).isEqualTo(MASTER);
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
        Table.assertEveryEventHasARow(Master.class, all);
    }
}
