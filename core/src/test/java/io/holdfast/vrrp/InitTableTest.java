package io.holdfast.vrrp;

import static io.holdfast.vrrp.Table.OWNER;
import static io.holdfast.vrrp.Table.SECOND;
import static io.holdfast.vrrp.Table.SPEC;
import static io.holdfast.vrrp.Table.T0;
import static io.holdfast.vrrp.Table.T1;
import static io.holdfast.vrrp.Table.WHY;
import static io.holdfast.vrrp.Table.at;
import static io.holdfast.vrrp.Table.becomes;
import static io.holdfast.vrrp.Table.both;
import static io.holdfast.vrrp.Table.ignored;
import static io.holdfast.vrrp.Table.received;
import static io.holdfast.vrrp.Table.row;
import static io.holdfast.vrrp.Table.says;
import static io.holdfast.vrrp.Table.stays;
import static io.holdfast.vrrp.Table.waitsUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Table.Row;
import io.holdfast.vrrp.VrrpAction.AddAddresses;
import io.holdfast.vrrp.VrrpAction.Announce;
import io.holdfast.vrrp.VrrpAction.Notify;
import io.holdfast.vrrp.VrrpAction.Resume;
import io.holdfast.vrrp.VrrpAction.SendAdvert;
import io.holdfast.vrrp.VrrpState.Backup;
import io.holdfast.vrrp.VrrpState.Fault;
import io.holdfast.vrrp.VrrpState.Init;
import io.holdfast.vrrp.VrrpState.Patience;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every event while Initialize, beside RFC 9568 section 6.4.1 and `vrrp.md` 3.3.
class InitTableTest {
    private static final Init INIT = new Init(100);
    private static final VrrpSpec RELUCTANT = Specs.vrrp().owner().wantsMaster(false).spec();

    private static final List<Row> ROWS = List.of(
            row("vrrp.md 3.11: resume, advertise at once and touch no address",
                    SPEC, INIT, new VrrpEvent.Resumed(T0, T0, false), T1,
                    both(stays(VrrpStateName.MASTER, T1.plus(SECOND), new SendAdvert(100), new Resume(100, T0)),
                            says("(VI_1) resuming MASTER STATE, last advertisement 1.000 s ago"))),
            row("vrrp.md 3.11: but add and announce addresses that are missing",
                    SPEC, INIT, new VrrpEvent.Resumed(T0, T0, true), T1,
                    stays(VrrpStateName.MASTER, T1.plus(SECOND), new SendAdvert(100), new AddAddresses(),
                            new Announce(5), new Resume(100, T0))),
            row("no start-up delay is being waited for", SPEC, INIT, new VrrpEvent.DelayChanged(T1), T0, ignored(INIT)),
            row("6.4.1: Startup, priority 255: advertise, announce the addresses, become master",
                    OWNER, new Init(255), new VrrpEvent.Started(T0), T0,
                    both(becomes(VrrpStateName.MASTER, Trigger.STARTED, new SendAdvert(255), new AddAddresses(),
                            new Announce(5), new Notify(VrrpStateName.MASTER, 255)),
                            says("(VI_1) Entering MASTER STATE"))),
            row("6.4.1: Startup, any other priority: wait Active_Down_Interval as backup",
                    SPEC, INIT, new VrrpEvent.Started(T0), T0,
                    both(becomes(new Backup(100, SECOND, T0, Patience.MASTER_DOWN, at(Table.DOWN_100),
                            Optional.empty(), Optional.empty(), Optional.empty()), Table.NOTIFY_BACKUP),
                            says("(VI_1) Entering BACKUP STATE (init)"))),
            row("vrrp.md 3.3: an owner without `state MASTER` starts as backup",
                    RELUCTANT, new Init(255), new VrrpEvent.Started(T0), T0,
                    becomes(new Backup(255, SECOND, T0, Patience.MASTER_DOWN, at(3_003_906), Optional.empty(),
                            Optional.empty(), Optional.empty()), new Notify(VrrpStateName.BACKUP, 255))),
            row("vrrp.md 3.3: silence counts from the end of the start-up delay",
                    SPEC, INIT, new VrrpEvent.Started(T1), T0, transition ->
                            assertThat(transition.state().nextDeadline()).isEqualTo(T1.plusMicros(Table.DOWN_100))),
            row("vrrp.md 3.3: an owner waits in silence for the end of the start-up delay",
                    OWNER, new Init(255), new VrrpEvent.Started(T1), T0, waitsUntil(VrrpStateName.BACKUP, T1)),
            row("vrrp.md 3.3: something is missing, enter FAULT and tell about it",
                    SPEC, INIT, new VrrpEvent.FaultFound(WHY), T0,
                    both(becomes(new Fault(100), new Notify(VrrpStateName.FAULT, 100)),
                            says("(VI_1) Entering FAULT STATE"))),
            row("a priority is noted", SPEC, INIT, new VrrpEvent.PriorityChanged(7), T0, becomes(new Init(7))),
            row("vrrp.md 3.10: so is that of a reload",
                    SPEC, INIT, new VrrpEvent.Reconfigured(8, true, true), T0, becomes(new Init(8))),
            row("6.4.1: not yet a virtual router, nothing is heard",
                    SPEC, INIT, received(Table.HIGHER, 200), T0, ignored(INIT)),
            row("6.4.1: nor a resignation", SPEC, INIT, received(Table.HIGHER, 0), T0, ignored(INIT)),
            row("no timer runs", SPEC, INIT, VrrpEvent.TIMER, T0, ignored(INIT)),
            row("no silence to doubt", SPEC, INIT, new VrrpEvent.Overslept(), T0, ignored(INIT)),
            row("faults are gone, but it was not started", SPEC, INIT, new VrrpEvent.FaultsCleared(T0, WHY), T0,
                    ignored(INIT)),
            row("no addresses to lose", SPEC, INIT, new VrrpEvent.AddressLost(WHY), T0, ignored(INIT)),
            row("vrrp.md 5.3: who has not started does not follow its sync group", SPEC, INIT,
                    new VrrpEvent.GroupRose(WHY), T0, ignored(INIT)),
            row("nor down", SPEC, INIT, new VrrpEvent.GroupYielded(WHY), T0, ignored(INIT)),
            row("and no timer runs that the group could hold up", SPEC, INIT, new VrrpEvent.GroupNotReady(), T0,
                    ignored(INIT)),
            row("vrrp.md 5.1: an owner among others that are none starts as they do",
                    OWNER, new Init(255), new VrrpEvent.Started(T0, false), T0,
                    transition -> assertThat(transition.state().nextDeadline()).isEqualTo(at(3_003_906))),
            row("already stopped", SPEC, INIT, new VrrpEvent.Stopped(WHY), T0, ignored(INIT)));

    @TestFactory
    Stream<DynamicTest> whileInitialize() {
        return Table.tests(ROWS);
    }

    @Test
    void everyEventHasARow() {
        Table.assertEveryEventHasARow(Init.class, ROWS);
    }

    @Test
    void nothingIsDue() {
        assertThat(INIT.nextDeadline()).isEqualTo(VrrpState.NEVER);
    }

    @Test
    void ownerIsMasterWhenTheStartupDelayIsOver() { // vrrp.md 3.3
        VrrpState waiting = Table.after(OWNER, new Init(255), new VrrpEvent.Started(T1), T0);
        Transition up = VrrpMachine.on(OWNER, waiting, VrrpEvent.TIMER, T1);

        assertThat(up.state().name()).isEqualTo(VrrpStateName.MASTER);
        assertThat(up.cause().map(Cause::trigger)).contains(Trigger.STARTED);
    }
}
