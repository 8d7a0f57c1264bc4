package io.holdfast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.node.Action;
import io.holdfast.node.Arrivals;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.Memory;
import io.holdfast.node.Observation;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Refusal;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualRouter;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Origin ORIGIN = new Origin(1, 2, 3);
    private static final VrrpSpec SPEC = Specs.vrrp().spec();
    private static final InstanceId ID = new InstanceId(1, "VI_1");
    private static final Cause CAUSE = new Cause(Trigger.MASTER_DOWN, "silence", "RFC 9568 6.4.2");

    private final ByteBuffer bytes = ByteBuffer.allocate(Journal.size(4));
    private Recorder recorder = begin();

    private Recorder begin() {
        return new Recorder(Journal.begin(bytes, ORIGIN, 4711));
    }

    private static MonoTime at(long millis) {
        return new MonoTime(millis * 1_000_000);
    }

    private static Action.Prepare prepare(InstanceId id, VrrpSpec spec) {
        return new Action.Prepare(new InstancePlan(id, spec, 2, IpAddress.literal("192.0.2.1"), false, List.of()));
    }

    private static Action.Notify state(VrrpStateName state) {
        return new Action.Notify(ID, state, 100, CAUSE);
    }

    private void becomeMaster() {
        recorder.carriedOut(prepare(ID, SPEC), at(1));
        recorder.carriedOut(new Action.SendAdvert(ID, 100, 0), at(5000));
        recorder.carriedOut(state(VrrpStateName.MASTER), at(5001));
    }

    private Memory recall() {
        return Journal.recall(bytes, ORIGIN);
    }

    // ---- what the next process is told

    @Test
    void aMasterIsRemembered() {
        becomeMaster();
        recorder.carriedOut(new Action.SendAdvert(ID, 100, 0), at(6000));
        assertThat(recall().of(SPEC)).contains(new Memory.Mastership(
                VirtualRouter.fingerprint(SPEC), at(5001), at(6000), Duration.ofSeconds(1)));
        assertThat(recall().of(Specs.vrrp().vrid(52).spec())).isEmpty();
    }

    @Test
    void aMasterThatIsNotYetSaidToBeOneIsNot() {
        recorder.carriedOut(prepare(ID, SPEC), at(1));
        recorder.carriedOut(new Action.SendAdvert(ID, 100, 0), at(5000));
        assertThat(recall().size()).isZero();
    }

    @Test
    void whoResignedOrStoppedOrChangedIsForgotten() {
        becomeMaster();
        recorder.carriedOut(new Action.SendAdvert(ID, 0, 0), at(6000));
        assertThat(recall().size()).isZero();
        for (VrrpStateName state : List.of(VrrpStateName.BACKUP, VrrpStateName.FAULT, VrrpStateName.STOP)) {
            becomeMaster();
            recorder.carriedOut(state(state), at(6000));
            assertThat(recall().size()).as("%s", state).isZero();
        }
        becomeMaster();
        recorder.carriedOut(new Action.Release(ID), at(6000));
        assertThat(recall().size()).isZero();
    }

    @Test
    void aResumedMastershipKeepsItsBeginning() {
        recorder.carriedOut(prepare(ID, SPEC), at(1));
        recorder.carriedOut(new Action.SendAdvert(ID, 100, 0), at(9000));
        recorder.carriedOut(new Action.Resume(ID, 100, at(5001), CAUSE), at(9001));
        assertThat(recall().of(SPEC).orElseThrow().since()).isEqualTo(at(5001));
    }

    /// The interval is that of the last advertisement, not of the next.
    @Test
    void aNewIntervalCountsFromTheNextAdvertisement() {
        becomeMaster();
        VrrpSpec slower = Specs.vrrp().interval(Duration.ofSeconds(3)).spec();
        recorder.carriedOut(prepare(ID, slower), at(5500));
        assertThat(recall().of(SPEC).orElseThrow().interval()).isEqualTo(Duration.ofSeconds(1));
        recorder.carriedOut(new Action.SendAdvert(ID, 100, 0), at(5600));
        assertThat(recall().of(SPEC).orElseThrow().interval()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void peersOfTheOtherVersionHaveHeardNothingYet() {
        becomeMaster();
        VrrpSpec v3 = Specs.v3().spec();
        recorder.carriedOut(prepare(ID, v3), at(5500));
        assertThat(recall().size()).isZero();
        recorder.carriedOut(new Action.SendAdvert(ID, 100, 0), at(5600));
        assertThat(recall().of(v3)).isPresent();
    }

    @Test
    void anotherBootOrNamespaceRemembersNothing() {
        becomeMaster();
        assertThat(Journal.recall(bytes, new Origin(9, 2, 3)).size()).isZero();
        assertThat(Journal.recall(bytes, new Origin(1, 9, 3)).size()).isZero();
        assertThat(Journal.recall(bytes, new Origin(1, 2, 9)).size()).isZero();
    }

    @Test
    void aNewBeginningForgetsTheInstancesAndKeepsTheEvents() {
        becomeMaster();
        recorder = begin();
        assertThat(recall().size()).isZero();
        assertThat(JournalReader.read(bytes).orElseThrow().events()).hasSize(1);
    }

    // ---- torn, damaged, foreign

    /// Killed between any two stores: the slot is as it was, as it should be, or known to be neither.
    @Test
    void aTornSlotIsKnownAsSuch() {
        becomeMaster();
        byte[] before = bytes.array().clone();
        recorder.carriedOut(new Action.SendAdvert(ID, 100, 0), at(6000));
        byte[] after = bytes.array().clone();
        for (int stored = 0; stored < Layout.SLOT / 8; stored++) {
            byte[] torn = before.clone();
            System.arraycopy(after, Layout.SLOTS, torn, Layout.SLOTS, stored * 8);
            Memory memory = Journal.recall(ByteBuffer.wrap(torn), ORIGIN);
            memory.of(SPEC).ifPresent(mastership ->
                    assertThat(mastership.lastAdvert().nanos()).isIn(at(5000).nanos(), at(6000).nanos()));
        }
    }

    @Test
    void anyChangedByteOfASlotIsNoticed() {
        becomeMaster();
        for (int i = 0; i < 56; i++) {
            bytes.array()[Layout.SLOTS + i] ^= 0x10;
            assertThat(recall().size()).as("byte %s", i).isZero();
            bytes.array()[Layout.SLOTS + i] ^= 0x10;
        }
        assertThat(recall().size()).isOne();
    }

    @Test
    void whatIsNoJournalIsNone() {
        becomeMaster();
        byte[] whole = bytes.array().clone();
        for (int length = 0; length < whole.length; length += length < 256 ? 1 : 997) {
            ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, length));
            assertThat(Journal.recall(cut, ORIGIN).size()).isEqualTo(length < Layout.SLOTS + Layout.SLOT ? 0 : 1);
            assertThat(JournalReader.read(cut).isPresent()).isEqualTo(length >= Layout.SLOTS);
        }
        for (int i = 0; i < 48; i++) {
            bytes.array()[i] ^= 1;
            assertThat(JournalReader.read(bytes)).as("byte %s", i).isEmpty();
            assertThat(recall().size()).isZero();
            bytes.array()[i] ^= 1;
        }
    }

    @Test
    void anyBytesAtAllAreReadAndBegunWithoutHarm() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            random.nextBytes(bytes.array());
            if (i % 2 == 0) {
                new Header(ORIGIN, 1).write(Layout.view(bytes));
            }
            bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(Layout.AT_TAIL, 8L * random.nextInt(40_000))
                    .putLong(Layout.AT_HEAD, 8L * random.nextInt(80_000));
            assertThat(recall().size()).isZero();
            JournalReader.read(bytes);
            recorder = begin();
            recorder.stopped(at(i));
            assertThat(JournalReader.read(bytes).orElseThrow().events().getLast())
                    .isEqualTo(new JournalEvent.Stopped(at(i)));
        }
    }

    // ---- room

    @Test
    void moreInstancesThanRoomAreNotKeptAndOneThatLeavesMakesRoom() {
        for (int i = 0; i < 6; i++) {
            InstanceId id = new InstanceId(i, "VI_" + i);
            recorder.carriedOut(prepare(id, Specs.vrrp().vrid(i + 1).spec()), at(1));
            recorder.carriedOut(new Action.SendAdvert(id, 100, 0), at(2));
            recorder.carriedOut(new Action.Notify(id, VrrpStateName.MASTER, 100, CAUSE), at(3));
        }
        assertThat(recall().size()).isEqualTo(4);
        recorder.carriedOut(new Action.Release(new InstanceId(0, "VI_0")), at(4));
        recorder.carriedOut(prepare(new InstanceId(9, "VI_9"), Specs.vrrp().vrid(9).spec()), at(4));
        assertThat(JournalReader.read(bytes).orElseThrow().instances()).extracting(InstanceRecord::name)
                .containsExactly("VI_9", "VI_1", "VI_2", "VI_3");
    }

    @Test
    void aJournalThatMovesToMoreMemoryIsTheSame() {
        Journal journal = Journal.begin(bytes, ORIGIN, 1);
        Recorder moving = new Recorder(journal);
        moving.carriedOut(prepare(ID, SPEC), at(1));
        ByteBuffer larger = ByteBuffer.allocate(Journal.size(8)).put(0, bytes.array());
        journal.moveTo(larger);
        assertThat(journal.capacity()).isEqualTo(8);
        moving.carriedOut(new Action.SendAdvert(ID, 100, 0), at(2));
        moving.carriedOut(state(VrrpStateName.MASTER), at(3));
        assertThat(Journal.recall(larger, ORIGIN).of(SPEC)).isPresent();
    }

    // ---- events

    @Test
    void eventsAreReadAsTheyWereWritten() {
        recorder.started(at(1), 1_700_000_000_000L, 4711, 2);
        becomeMaster();
        recorder.carriedOut(new Action.ReportRefusal(ID, IpAddress.literal("192.0.2.9"), Refusal.TTL), at(5002));
        recorder.reloaded(at(5003), 3);
        recorder.carriedOut(new Action.Resume(ID, 100, at(5001), CAUSE), at(5004));
        recorder.carriedOut(new Action.NotifyGroup("G1", VrrpStateName.MASTER, CAUSE), at(5005));
        recorder.carriedOut(new Action.Reprioritize(ID, 80, "base 100, script chk -20"), at(5006));
        recorder.carriedOut(new Action.Note(new Observation.Heard(ID, new Arrivals(IpAddress.literal("192.0.2.2"), 200,
                List.of(at(1000), at(2000))), at(5007))), at(5008));
        recorder.carriedOut(new Action.Note(new Observation.Said(Observation.Kind.SCRIPT, "chk", "succeeded")),
                at(5009));
        recorder.carriedOut(new Action.Note(new Observation.Late(Duration.ofMillis(700))), at(5010));
        recorder.clockSet(at(5011), 1_800_000_000_000L);
        recorder.stopped(at(5012));

        JournalReader read = JournalReader.read(bytes).orElseThrow();
        assertThat(read.header()).isEqualTo(new Header(ORIGIN, 4711));
        assertThat(read.events()).containsExactly(
                new JournalEvent.Started(at(1), 1_700_000_000_000L, 4711, 2),
                new JournalEvent.Changed(at(5001), "VI_1", "MASTER", 100, "MASTER_DOWN", "silence", "RFC 9568 6.4.2",
                        "INIT"),
                new JournalEvent.Refused(at(5002), "VI_1", "192.0.2.9", "TTL"),
                new JournalEvent.Reloaded(at(5003), 3),
                new JournalEvent.Resumed(at(5004), "VI_1", 100, at(5001), "silence"),
                new JournalEvent.GroupChanged(at(5005), "G1", "MASTER", "MASTER_DOWN", "silence", "RFC 9568 6.4.2"),
                new JournalEvent.Reprioritized(at(5006), "VI_1", 80, "base 100, script chk -20"),
                new JournalEvent.Heard(at(5008), "VI_1", "192.0.2.2", 200, List.of(at(1000), at(2000)), at(5007)),
                new JournalEvent.Said(at(5009), "script", "chk", "succeeded"),
                new JournalEvent.Late(at(5010), Duration.ofMillis(700)),
                new JournalEvent.ClockSet(at(5011), 1_800_000_000_000L),
                new JournalEvent.Stopped(at(5012)));
        InstanceRecord instance = read.instances().getFirst();
        assertThat(instance.name()).isEqualTo("VI_1");
        assertThat(instance.adverts()).isEqualTo(1);
        assertThat(instance.state()).isEqualTo(VrrpStateName.MASTER.number());
        assertThat(instance.priority()).isEqualTo(80);
    }

    /// What a release before this one wrote ends earlier.
    @Test
    void aTransitionWithoutTheStateBeforeIsRead() {
        JournalEvent.Changed now = new JournalEvent.Changed(at(1), "VI_1", "MASTER", 100, "MASTER_DOWN", "silence",
                "RFC", "BACKUP");
        ByteBuffer out = ByteBuffer.allocate(EventWire.LONGEST).order(ByteOrder.LITTLE_ENDIAN);
        EventWire.write(now, out);
        out.flip().limit(out.limit() - "BACKUP".length() - Short.BYTES);
        assertThat(EventWire.read(out)).contains(new JournalEvent.Changed(at(1), "VI_1", "MASTER", 100, "MASTER_DOWN",
                "silence", "RFC", ""));
    }

    @Test
    void whatIsNoJournalOfOursIsRefusedWithAReason() {
        becomeMaster();
        assertThat(JournalReader.refusal(ByteBuffer.allocate(10))).isEqualTo("is no journal");
        ByteBuffer other = ByteBuffer.wrap(bytes.array().clone()).order(ByteOrder.LITTLE_ENDIAN);
        other.putInt(Layout.AT_FORMAT, 2);
        assertThat(JournalReader.read(other)).isEmpty();
        assertThat(JournalReader.refusal(other))
                .isEqualTo("is a journal of format 2, and this release reads format 1");
        other.putInt(Layout.AT_FORMAT, Layout.FORMAT).putInt(Layout.AT_PID, 1);
        assertThat(JournalReader.refusal(other)).isEqualTo("is a damaged journal");
    }

    @Test
    void theOldestEventsMakeRoomForTheNewest() {
        Random random = new Random(7);
        int written = 20_000;
        for (int i = 0; i < written; i++) {
            Cause cause = new Cause(Trigger.MASTER_DOWN, "e".repeat(random.nextInt(500)), String.valueOf(i));
            recorder.carriedOut(new Action.Notify(ID, VrrpStateName.BACKUP, 1, cause), at(i));
            if (i % 1000 == 999) {
                List<JournalEvent> events = JournalReader.read(bytes).orElseThrow().events();
                assertThat(events.size()).isGreaterThan(Layout.RING / 700);
                for (int j = 0; j < events.size(); j++) {
                    assertThat(events.get(j).at()).isEqualTo(at(i - events.size() + 1 + j));
                }
            }
        }
    }

    /// Killed in the middle of an event: it is missing, and nothing else is.
    @Test
    void aTornEventIsLeftOut() {
        for (int i = 0; i < 5000; i++) {
            recorder.carriedOut(state(VrrpStateName.BACKUP), at(i));
        }
        int complete = JournalReader.read(bytes).orElseThrow().events().size();
        byte[] before = bytes.array().clone();
        recorder.carriedOut(state(VrrpStateName.MASTER), at(9000));
        byte[] torn = bytes.array().clone();
        System.arraycopy(before, Layout.AT_HEAD, torn, Layout.AT_HEAD, 8);
        List<JournalEvent> events = JournalReader.read(ByteBuffer.wrap(torn)).orElseThrow().events();
        assertThat(events.size()).isBetween(complete - 2, complete);
        assertThat(events.getLast().at()).isEqualTo(at(4999));
    }

    @Test
    void longTextsAreCut() {
        Cause cause = new Cause(Trigger.LINK_DOWN, "ü".repeat(5000), "r".repeat(5000));
        InstanceId id = new InstanceId(1, "n".repeat(5000));
        recorder.carriedOut(prepare(id, SPEC), at(1));
        recorder.carriedOut(new Action.Notify(id, VrrpStateName.MASTER, 1, cause), at(1));
        JournalReader read = JournalReader.read(bytes).orElseThrow();
        assertThat(((JournalEvent.Changed) read.events().getFirst()).evidence()).startsWith("üüü").hasSize(200);
        assertThat(read.instances().getFirst().name()).isEqualTo("n".repeat(71));
    }
}
