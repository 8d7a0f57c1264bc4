package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.journal.Journal;
import io.holdfast.journal.Origin;
import io.holdfast.journal.Recorder;
import io.holdfast.node.Action;
import io.holdfast.node.Arrivals;
import io.holdfast.node.InstanceId;
import io.holdfast.node.Observation;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpStateName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `why` and `events` where no daemon answers: the journal it left does.
class JournalCommandsTest {
    private static final long WALL = 1_700_000_000_000L;
    private static final InstanceId ID = new InstanceId(1, "VI_1");
    private static final Cause SILENCE = new Cause(Trigger.MASTER_DOWN,
            "last heard from 192.0.2.2 with priority 200, then silence for 3.609 s", "RFC 9568 6.4.2");

    @TempDir
    Path directory;

    @BeforeEach
    void writeJournal() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Journal.size(4));
        Recorder recorder = new Recorder(Journal.begin(bytes, new Origin(1, 2, 3), 4711));
        recorder.started(at(0), WALL, 4711, 1);
        recorder.carriedOut(new Action.Note(new Observation.Said(Observation.Kind.SCRIPT, "chk",
                "failed (exit status 1)")), at(90_000));
        recorder.carriedOut(new Action.Note(new Observation.Heard(ID, new Arrivals(IpAddress.literal("192.0.2.2"), 200,
                List.of(at(98_000), at(99_001), at(100_000))), at(103_609))), at(103_610));
        recorder.carriedOut(new Action.Notify(ID, VrrpStateName.MASTER, 100, SILENCE), at(103_611));
        Files.write(directory.resolve("vrrp.journal"), bytes.array());
    }

    private static MonoTime at(long millis) {
        return new MonoTime(millis * 1_000_000);
    }

    private Answer ask(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--run-dir";
        all[words.length + 1] = directory.toString();
        return Answer.to(all);
    }

    @Test
    void aTransitionIsToldWithAllThatLedToIt() {
        Answer answer = ask("why", "VI_1");
        Times times = Times.here();
        assertThat(answer.err()).contains("no daemon answers at " + directory.resolve("holdfast.sock"),
                "this is what the journal " + directory.resolve("vrrp.journal") + " says");
        assertThat(answer.out()).startsWith("(VI_1) MASTER at " + times.full(WALL + 103_611) + ", ").contains("""
                 ago
                    why       no master worth following was heard for long enough
                    evidence  last heard from 192.0.2.2 with priority 200, then silence for 3.609 s
                    heard     adverts from 192.0.2.2 with priority 200 every 1.000 s, last at %s, \
                then 3.609 s of silence
                    rule      RFC 9568 6.4.2
                    effect    it advertises priority 100, has taken the virtual addresses and announced them
                    before    %s  script chk failed (exit status 1)
                """.formatted(times.ofDay(WALL + 100_000), times.ofDay(WALL + 90_000)));
        assertThat(answer.code()).isZero();
    }

    @Test
    void inJsonItIsOneValue() {
        Answer answer = ask("why", "--json");
        assertThat(answer.err()).isEmpty();
        assertThat(JsonReader.read(answer.out().strip())).isInstanceOf(Map.class);
        assertThat(answer.out()).startsWith("{\"ok\":true,\"source\":\"journal\",\"transitions\":[{\"millis\":");
    }

    @Test
    void aNameThatIsNotThereIsNo() {
        Answer answer = ask("why", "VI_9");
        assertThat(answer.err()).contains("no transition of VI_9; of these it does: VI_1");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void eventsAreLinesWithTheirTimes() {
        Answer answer = ask("events");
        assertThat(answer.out().lines()).hasSize(4).last().asString().isEqualTo(Times.here().full(WALL + 103_611)
                + "  (VI_1) MASTER, priority 100: " + SILENCE.evidence() + " [RFC 9568 6.4.2]");
        assertThat(ask("events", "--since", "1h").out()).isEmpty();
        assertThat(ask("events", "--json").out().lines()).hasSize(4).allMatch(line -> line.startsWith("{\"millis\":"));
    }

    @Test
    void aJournalMayBeNamed() {
        String file = directory.resolve("vrrp.journal").toString();
        Answer answer = Answer.to("why", "--journal", file);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("(VI_1) MASTER");
        assertThat(Answer.to("events", "--follow", "--journal", file).code()).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Files.writeString(directory.resolve("vrrp.journal"), "nonsense");
        Answer answer = ask("why");
        assertThat(answer.err()).contains(directory.resolve("vrrp.journal") + " is no journal");
        assertThat(answer.code()).isEqualTo(2);
        Files.delete(directory.resolve("vrrp.journal"));
        assertThat(ask("events").err()).contains("there is no journal " + directory.resolve("vrrp.journal"));
        assertThat(ask("events", "--since", "whenever").err()).contains("\"whenever\" is no time");
        assertThat(ask("why", "--last", "0").code()).isEqualTo(2);
    }
}
