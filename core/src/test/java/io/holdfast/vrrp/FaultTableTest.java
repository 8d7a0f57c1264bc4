package io.holdfast.vrrp;

import static io.holdfast.vrrp.Table.OWNER;
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
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.vrrp.Table.Row;
import io.holdfast.vrrp.VrrpAction.Notify;
import io.holdfast.vrrp.VrrpState.Fault;
import io.holdfast.vrrp.VrrpState.Init;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every event while something is missing, beside `vrrp.md` 3.4; the RFC knows no such state.
class FaultTableTest {
    private static final Fault FAULT = new Fault(100);

    private static final List<Row> ROWS = List.of(
            row("vrrp.md 3.11: resumed only from the start", SPEC, FAULT, new VrrpEvent.Resumed(T0, T0, true), T0,
                    ignored(FAULT)),
            row("no start-up delay to wait for", SPEC, FAULT, new VrrpEvent.DelayChanged(T0), T0, ignored(FAULT)),
            row("vrrp.md 3.4: all is there again, wait as backup", SPEC, FAULT, new VrrpEvent.FaultsCleared(T0, WHY),
                    T0, both(stays(VrrpStateName.BACKUP, at(Table.DOWN_100), Table.NOTIFY_BACKUP),
                            says("(VI_1) Entering BACKUP STATE"))),
            row("vrrp.md 3.4: so does an owner", OWNER, new Fault(255), new VrrpEvent.FaultsCleared(T0, WHY), T0,
                    both(stays(VrrpStateName.BACKUP, at(3_003_906), new Notify(VrrpStateName.BACKUP, 255)),
                            transition -> assertThat(transition.cause()).contains(WHY))),
            row("vrrp.md 3.3: and silence counts from the end of the start-up delay",
                    SPEC, FAULT, new VrrpEvent.FaultsCleared(T1, WHY), T0,
                    stays(VrrpStateName.BACKUP, T1.plusMicros(Table.DOWN_100), Table.NOTIFY_BACKUP)),
            row("a priority is noted", SPEC, FAULT, new VrrpEvent.PriorityChanged(7), T0, becomes(new Fault(7))),
            row("vrrp.md 3.10: so is that of a reload", SPEC, FAULT, new VrrpEvent.Reconfigured(8, true, true), T0,
                    becomes(new Fault(8))),
            row("it ends without a word", SPEC, FAULT, new VrrpEvent.Stopped(WHY), T0, becomes(new Init(100))),
            row("vrrp.md 3.4: nothing is heard", SPEC, FAULT, received(Table.HIGHER, 200), T0, ignored(FAULT)),
            row("vrrp.md 3.4: nor a resignation", SPEC, FAULT, received(Table.HIGHER, 0), T0, ignored(FAULT)),
            row("no timer runs", SPEC, FAULT, VrrpEvent.TIMER, T0, ignored(FAULT)),
            row("no silence to doubt", SPEC, FAULT, new VrrpEvent.Overslept(), T0, ignored(FAULT)),
            row("one fault more or less is the same", SPEC, FAULT, new VrrpEvent.FaultFound(WHY), T0, ignored(FAULT)),
            row("no addresses to lose", SPEC, FAULT, new VrrpEvent.AddressLost(WHY), T0, ignored(FAULT)),
            row("vrrp.md 5.3: a sync group with a fault in it goes nowhere", SPEC, FAULT,
                    new VrrpEvent.GroupRose(WHY), T0, ignored(FAULT)),
            row("nor is there anything to give up", SPEC, FAULT, new VrrpEvent.GroupYielded(WHY), T0, ignored(FAULT)),
            row("nor to wait for", SPEC, FAULT, new VrrpEvent.GroupNotReady(), T0, ignored(FAULT)),
            row("already started", SPEC, FAULT, new VrrpEvent.Started(T0), T0, ignored(FAULT)));

    @TestFactory
    Stream<DynamicTest> whileFault() {
        return Table.tests(ROWS);
    }

    @Test
    void everyEventHasARow() {
        Table.assertEveryEventHasARow(Fault.class, ROWS);
    }

    @Test
    void nothingIsDue() {
        assertThat(FAULT.nextDeadline()).isEqualTo(VrrpState.NEVER);
    }
}
