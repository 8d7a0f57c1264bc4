package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpAction.Log;
import io.holdfast.vrrp.VrrpEvent.AdvertReceived;
import io.holdfast.vrrp.VrrpState.Backup;
import io.holdfast.vrrp.VrrpState.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The words in which the tables of the four states are written: who is who, what time it is, and what a row is.
///
/// We are 192.0.2.5 with priority 100 and advertise every second, unless a row says otherwise. A state was entered at
/// [#T0]; what happens then happens at [#T1], a second later, unless a row says otherwise.
final class Table {
    static final IpAddress SELF = IpAddress.literal("192.0.2.5");
    static final IpAddress LOWER = IpAddress.literal("192.0.2.4");
    static final IpAddress HIGHER = IpAddress.literal("192.0.2.200");
    static final Duration SECOND = Duration.ofSeconds(1);
    static final MonoTime T0 = MonoTime.ofMicros(10_000_000);
    static final MonoTime T1 = at(1_000_000);
    /// (256 - 100) / 256 s, in microseconds.
    static final long SKEW_100 = 609_375;
    /// Three intervals and the skew.
    static final long DOWN_100 = 3_609_375;
    static final Cause WHY = new Cause(Trigger.LINK_DOWN, "eth0", "test");
    static final VrrpSpec SPEC = Specs.vrrp().spec();
    static final VrrpSpec OWNER = Specs.vrrp().owner().spec();
    static final VrrpSpec V3 = Specs.v3().spec();
    static final VrrpAction.Notify NOTIFY_BACKUP = new VrrpAction.Notify(VrrpStateName.BACKUP, 100);

    /// What has to come of a row.
    interface Outcome {
        void check(Transition transition);
    }

    /// One line: in this state this event, therefore that.
    ///
    /// @param paragraph of the RFC or the specification, and what it says
    record Row(String paragraph, VrrpSpec spec, VrrpState state, VrrpEvent event, MonoTime now, Outcome outcome) {
        void check() {
            outcome.check(VrrpMachine.on(spec, state, event, now));
        }
    }

    private Table() {}

    static Row row(String paragraph, VrrpSpec spec, VrrpState state, VrrpEvent event, MonoTime now,
            Outcome outcome) {
        return new Row(paragraph, spec, state, event, now, outcome);
    }

    /// A test for each row, under its paragraph.
    static Stream<DynamicTest> tests(List<Row> rows) {
        return rows.stream().map(row -> DynamicTest.dynamicTest(
                row.event.getClass().getSimpleName() + ": " + row.paragraph, row::check));
    }

    /// Fails unless each kind of event has a row, so that a new one has to be decided for every state.
    static void assertEveryEventHasARow(Class<? extends VrrpState> state, List<Row> rows) {
        Set<String> events = new TreeSet<>();
        Arrays.stream(VrrpEvent.class.getPermittedSubclasses()).map(Class::getSimpleName).forEach(events::add);
        Set<String> covered = new TreeSet<>();
        for (Row row : rows) {
            assertThat(row.state).as(row.paragraph).isInstanceOf(state);
            covered.add(row.event.getClass().getSimpleName());
        }
        assertThat(covered).isEqualTo(events);
    }

    static MonoTime at(long microsAfterT0) {
        return T0.plusMicros(microsAfterT0);
    }

    static Advert advert(IpAddress source, int priority) {
        return new Advert(source, priority, SECOND);
    }

    static VrrpEvent received(IpAddress source, int priority) {
        return new AdvertReceived(advert(source, priority), SELF);
    }

    static VrrpEvent received(IpAddress source, int priority, Duration interval) {
        return new AdvertReceived(new Advert(source, priority, interval), SELF);
    }

    /// As one starts at [#T0].
    static Backup backup(VrrpSpec spec) {
        return (Backup) VrrpMachine.on(spec, new VrrpState.Init(spec.priority()), new VrrpEvent.Started(T0), T0)
                .state();
    }

    /// Advertised at [#T0]; nothing else is due before [#T1].
    static Master master(VrrpSpec spec) {
        return new Master(spec.priority(), T1, new GarpTimers(VrrpState.NEVER, VrrpState.NEVER, VrrpState.NEVER),
                OwnerRival.NONE, Optional.empty());
    }

    /// What several events in a row lead to, of which only the last matters.
    static VrrpState after(VrrpSpec spec, VrrpState state, VrrpEvent event, MonoTime now) {
        return VrrpMachine.on(spec, state, event, now).state();
    }

    /// Nothing whatsoever changes.
    static Outcome ignored(VrrpState before) {
        return transition ->
                assertThat(transition).isEqualTo(new Transition(before, List.of(), Optional.empty()));
    }

    /// The state is the same kind, nothing is done or said, and the timer ends then.
    static Outcome waitsUntil(VrrpStateName state, MonoTime deadline) {
        return transition -> {
            assertThat(transition.state().name()).isEqualTo(state);
            assertThat(transition.actions()).isEmpty();
            assertThat(transition.state().nextDeadline()).isEqualTo(deadline);
        };
    }

    static Outcome becomes(VrrpState state, VrrpAction... effects) {
        return transition -> {
            assertThat(transition.state()).isEqualTo(state);
            assertThat(effects(transition)).containsExactly(effects);
        };
    }

    static Outcome becomes(VrrpStateName state, Trigger trigger, VrrpAction... effects) {
        return transition -> {
            assertThat(transition.state().name()).isEqualTo(state);
            assertThat(transition.cause().map(Cause::trigger)).contains(trigger);
            assertThat(effects(transition)).containsExactly(effects);
        };
    }

    static Outcome stays(VrrpStateName state, MonoTime deadline, VrrpAction... effects) {
        return transition -> {
            assertThat(transition.state().name()).isEqualTo(state);
            assertThat(transition.state().nextDeadline()).isEqualTo(deadline);
            assertThat(effects(transition)).containsExactly(effects);
        };
    }

    static Outcome both(Outcome one, Outcome other) {
        return transition -> {
            one.check(transition);
            other.check(transition);
        };
    }

    static Outcome says(String... lines) {
        return transition -> assertThat(log(transition)).containsExactly(lines);
    }

    /// Everything but log lines.
    static List<VrrpAction> effects(Transition transition) {
        List<VrrpAction> effects = new ArrayList<>();
        for (VrrpAction action : transition.actions()) {
            if (!(action instanceof Log)) {
                effects.add(action);
            }
        }
        return effects;
    }

    static List<String> log(Transition transition) {
        List<String> lines = new ArrayList<>();
        for (VrrpAction action : transition.actions()) {
            if (action instanceof Log line) {
                lines.add(line.text());
            }
        }
        return lines;
    }
}
