package io.holdfast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.JsonLine;
import io.holdfast.base.MonoTime;
import io.holdfast.node.Action;
import io.holdfast.node.Arrivals;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.Observation;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalAnswersTest {
    private static final long WALL = 1_700_000_000_000L;
    private static final InstanceId ID = new InstanceId(1, "VI_1");
    private static final InstanceId OTHER = new InstanceId(2, "VI_2");
    private static final Cause SILENCE = new Cause(Trigger.MASTER_DOWN, "last heard from 192.0.2.2", "RFC 9568 6.4.2");
    private static final Cause START = new Cause(Trigger.STARTED, "priority 100", "RFC 9568 6.4.1");

    private final ByteBuffer bytes = ByteBuffer.allocate(Journal.size(4));
    private final Recorder recorder = new Recorder(Journal.begin(bytes, new Origin(1, 2, 3), 4711));

    private static MonoTime at(long millis) {
        return new MonoTime(millis * 1_000_000);
    }

    private void begin() {
        recorder.started(at(0), WALL, 4711, 2);
        for (InstanceId id : List.of(ID, OTHER)) {
            recorder.carriedOut(new Action.Prepare(new InstancePlan(id, Specs.vrrp().spec(), 2,
                    IpAddress.literal("192.0.2.1"), false, List.of())), at(1));
            recorder.carriedOut(new Action.Notify(id, VrrpStateName.BACKUP, 100, START), at(2));
        }
    }

    private void takeOver() {
        recorder.carriedOut(new Action.Note(new Observation.Heard(ID, new Arrivals(IpAddress.literal("192.0.2.2"), 200,
                List.of(at(98_000), at(99_000), at(100_000))), at(103_609))), at(103_610));
        recorder.carriedOut(new Action.Notify(ID, VrrpStateName.MASTER, 100, SILENCE), at(103_611));
    }

    private JournalReader journal() {
        return JournalReader.read(bytes).orElseThrow();
    }

    private List<String> why(String name, int last) {
        return texts(JournalAnswers.why(journal(), Optional.of(name), last));
    }

    private static List<String> texts(List<JsonLine> lines) {
        return lines.stream().map(JsonLine::toString).toList();
    }

    @Test
    void aTakeoverIsExplainedByWhatWasHeardAndWhatCameBefore() {
        begin();
        recorder.carriedOut(new Action.Reprioritize(ID, 80, "base 100, script chk -20"), at(10_000));
        recorder.carriedOut(new Action.Note(new Observation.Said(Observation.Kind.INTERFACE, "eth1", "is down")),
                at(40_000));
        recorder.carriedOut(new Action.Note(new Observation.Late(Duration.ofMillis(700))), at(50_000));
        recorder.carriedOut(new Action.Reprioritize(OTHER, 70, "base 100, script chk -30"), at(60_000));
        takeOver();

        assertThat(why("VI_1", 1)).containsExactly("{\"millis\":1700000103611,\"event\":\"transition\","
                + "\"instance\":\"VI_1\",\"from\":\"BACKUP\",\"to\":\"MASTER\",\"trigger\":\"MASTER_DOWN\","
                + "\"evidence\":\"last heard from 192.0.2.2\",\"rule\":\"RFC 9568 6.4.2\",\"priority\":100,"
                + "\"text\":\"(VI_1) BACKUP -> MASTER, priority 100: last heard from 192.0.2.2 [RFC 9568 6.4.2]\","
                + "\"meaning\":\"no master worth following was heard for long enough\","
                + "\"effect\":\"it advertises priority 100, has taken the virtual addresses and announced them\","
                + "\"heard\":{\"source\":\"192.0.2.2\",\"priority\":200,\"arrivals\":[1700000098000,1700000099000,"
                + "1700000100000],\"gaps_millis\":[1000,1000],\"silence_millis\":3609},"
                + "\"before\":[{\"millis\":1700000010000,\"event\":\"priority\",\"instance\":\"VI_1\",\"priority\":80,"
                + "\"reckoning\":\"base 100, script chk -20\",\"text\":\"(VI_1) priority 80: base 100, script chk -20\""
                + "},{\"millis\":1700000050000,\"event\":\"late\",\"late_millis\":700,\"text\":\"this process woke "
                + "0.700 s late: the machine or the JVM was held up, and silence heard meanwhile proves nothing\"}]}");
    }

    @Test
    void theLastOfEachIsToldInTheOrderTheyHappened() {
        begin();
        takeOver();
        List<String> all = texts(JournalAnswers.why(journal(), Optional.empty(), 1));
        assertThat(all).hasSize(2);
        assertThat(all.getFirst()).contains("\"instance\":\"VI_2\"", "\"from\":\"INIT\",\"to\":\"BACKUP\"");
        assertThat(all.getLast()).contains("\"instance\":\"VI_1\"", "\"to\":\"MASTER\"");
        assertThat(why("VI_1", 5)).hasSize(2);
    }

    @Test
    void groupsAreToldOfLikeInstances() {
        begin();
        recorder.carriedOut(new Action.NotifyGroup("G1", VrrpStateName.MASTER, SILENCE), at(200_000));
        assertThat(why("G1", 1).getFirst()).contains("\"group\":\"G1\"", "\"to\":\"MASTER\"",
                "\"effect\":\"all its members are MASTER\"");
    }

    @Test
    void whoWasRemovedIsToldOfOnlyIfAskedFor() {
        begin();
        recorder.carriedOut(new Action.Notify(ID, VrrpStateName.DELETED, 100, SILENCE), at(5000));
        assertThat(JournalAnswers.why(journal(), Optional.empty(), 1)).hasSize(1);
        assertThat(why("VI_1", 1).getFirst()).contains("\"to\":\"DELETED\"");
    }

    @Test
    void anUnknownNameGetsTheOnesThereAre() {
        begin();
        assertThat(why("VI_9", 1)).isEmpty();
        assertThat(JournalAnswers.nothing(journal(), Optional.of("VI_9")))
                .isEqualTo("the journal holds no transition of VI_9; of these it does: VI_1, VI_2");
    }

    @Test
    void eventsAreToldSinceATime() {
        begin();
        takeOver();
        assertThat(JournalAnswers.events(journal(), 0)).hasSize(5);
        assertThat(texts(JournalAnswers.events(journal(), WALL + 103_610))).hasSize(2)
                .first().asString().contains("(VI_1) heard 192.0.2.2 with priority 200, the last 3 adverts 1.000 s "
                        + "apart, then 3.609 s of silence");
    }

    @Test
    void whatIsNewIsFoundByWhereTheRestEnded() {
        begin();
        long next = journal().next();
        assertThat(JournalReader.after(bytes, next).orElseThrow().events()).isEmpty();
        takeOver();
        assertThat(JournalReader.after(bytes, next).orElseThrow().events()).hasSize(2);
    }

    /// A clock that is set changes people's time from then on, and not before.
    @Test
    void timesArePeoplesTimes() {
        recorder.started(at(0), WALL, 1, 1);
        recorder.reloaded(at(1000), 1);
        recorder.clockSet(at(2000), WALL + 3_600_000);
        recorder.reloaded(at(3000), 1);
        assertThat(journal().timed()).extracting(TimedEvent::wallMillis).containsExactly(
                WALL, WALL + 1000, WALL + 3_600_000, WALL + 3_601_000);
    }

    /// The ring has lost the beginning of the process; the header still knows.
    @Test
    void timesSurviveTheLossOfTheBeginning() {
        recorder.started(at(0), WALL, 1, 1);
        for (int i = 1; i < 20_000; i++) {
            recorder.reloaded(at(i), 1);
        }
        List<TimedEvent> timed = journal().timed();
        assertThat(timed.getFirst().event()).isInstanceOf(JournalEvent.Reloaded.class);
        assertThat(timed.getLast().wallMillis()).isEqualTo(WALL + 19_999);
    }

    @Test
    void everyTriggerHasAMeaning() {
        assertThat(Stream.of(Trigger.values()).map(Enum::name)).allSatisfy(name ->
                assertThat(EventText.meaning(name)).isNotEqualTo(name.toLowerCase(Locale.ROOT)
                        .replace('_', ' ')));
        assertThat(EventText.meaning("SOMETHING_NEW")).isEqualTo("something new");
    }
}
