package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an operator is told afterwards: the command line against a daemon, and against the journal of a dead one.
@Tag("lab")
class WhyLabTest {
    private static final Instance BACKUP = Instance.v3(0.3).vip(Cell.VIP);
    private static final Instance MASTER = BACKUP.priority(200);
    private static final Pair BESIDE_KEEPALIVED = new Pair(Software.KEEPALIVED, Software.HOLDFAST);

    @Test
    void theSilenceOfACrashedMasterIsNamedAlsoWhenEverybodyIsDead() {
        try (Cell cell = Cell.open(BESIDE_KEEPALIVED)) {
            Cell.Nodes nodes = cell.masterAndBackup(MASTER, BACKUP);
            cell.onlyOneSpeaks(cell.a, cell.b, MASTER, 10);
            nodes.first().crash();
            cell.b.expectHolds(Cell.VIP, true, Cell.PATIENCE);

            List<String> why = List.of("(VI_51) BACKUP -> MASTER at ",
                    "no master worth following was heard for long enough",
                    "adverts from 10.99.0.1 with priority 200 every 0.", " of silence", "RFC 9568 6.4.2",
                    "it advertises priority 100");
            assertThat(ask(nodes.second(), "why", "VI_51")).as("asked of the daemon").contains(why)
                    .doesNotContain("no daemon answers");
            nodes.second().expectLine("(VI_51) MASTER: last heard from 10.99.0.1 with priority 200", Cell.PATIENCE);
            nodes.second().crash();
            assertThat(ask(nodes.second(), "why")).as("read from the journal").contains(why)
                    .contains("no daemon answers");
            assertThat(ask(nodes.second(), "events", "--json")).contains("\"event\":\"transition\"",
                    "\"event\":\"heard\"");
        }
    }

    @Test
    void aLinkThatWentDownIsNamed() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveBoth();
            solo.host.namespace().ip("link set " + Solo.SECOND_DEVICE + " down");
            solo.host.expectHolds(Solo.SECOND_VIP, false, Cell.PATIENCE);
            daemon.expectLine("(VI_52) FAULT: interface eth1 is down", Cell.PATIENCE);

            assertThat(ask(daemon, "why", "VI_52")).contains("(VI_52) MASTER -> FAULT at ",
                    "an interface it needs does not work", "interface eth1 is down", "neither sends nor listens");
            assertThat(ask(daemon, "status")).contains("(VI_52) FAULT for ", "fault: interface eth1 is down",
                    "(VI_51) MASTER for ", "holds " + Cell.VIP);
            assertThat(ask(daemon, "status", "--json")).contains("\"groups\":[]", "\"state\":\"FAULT\"",
                    "\"addresses\":[\"" + Cell.VIP);
        }
    }

    @Test
    void aTrackedInterfaceAndTheRestOfTheGroupAreNamed() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start(Solo.FIRST.priority(150).with("track_interface {", "eth1", "}").text()
                    + Instance.v3(0.2).vrid(53).vip("10.99.0.103").text()
                    + "vrrp_sync_group G1 {\n group {\n VI_51\n VI_53\n }\n}\n");
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            solo.host.expectHolds("10.99.0.103", true, Cell.PATIENCE);
            solo.host.namespace().ip("link set " + Solo.SECOND_DEVICE + " down");
            solo.host.expectHolds("10.99.0.103", false, Cell.PATIENCE);

            assertThat(ask(daemon, "why", "VI_53")).contains("it follows another member of its sync group",
                    "sync group member VI_51: tracked interface eth1 is down", "interface eth1 is down");
            assertThat(ask(daemon, "why", "G1")).contains("group G1 FAULT at ", "all its members are FAULT");
            assertThat(ask(daemon, "status")).contains("group G1 FAULT: VI_51, VI_53");
        }
    }

    @Test
    void aScriptThatFailsIsNamedWithThePriorityItLeaves() throws IOException {
        try (Solo solo = Solo.open()) {
            Path good = Files.createFile(solo.lab.directory().resolve("good"));
            Daemon daemon = solo.start("vrrp_script chk {\n script \"/usr/bin/test -e " + good
                    + "\"\n interval 1\n user root\n}\n"
                    + BACKUP.with("track_script {", "chk weight -20", "}").text()
                    + BACKUP.vrid(53).vip("10.99.0.103").with("track_script {", "chk weight 0", "}").text());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            solo.host.expectHolds("10.99.0.103", true, Cell.PATIENCE);
            Files.delete(good);
            solo.host.expectHolds("10.99.0.103", false, Cell.PATIENCE);

            assertThat(ask(daemon, "why", "VI_53")).contains("(VI_53) MASTER -> FAULT at ",
                    "something it tracks failed", "script chk, exit status 1", "script chk failed (exit status 1)");
            assertThat(ask(daemon, "status")).contains("priority 80 (base 100, script chk -20)",
                    "fault: script chk, exit status 1", "script chk failed (exit status 1), used by VI_51, VI_53");
            assertThat(ask(daemon, "events")).contains("(VI_51) priority 80: base 100, script chk -20");
        }
    }

    @Test
    void whoFollowsHearsWhatIsNewUntilTheDaemonEnds() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            try (Background follower = Background.startMerged(words(daemon, "events", "--follow", "--since", "1h"))) {
                Timeline<LogLine> told = follower.lines();
                told.expect("the past", 0, line -> line.says("(VI_51) BACKUP -> MASTER"), Cell.PATIENCE);
                int since = told.position();
                solo.host.namespace().ip("link set " + Host.DEVICE + " down");
                told.expect("what is new", since, line -> line.says("(VI_51) MASTER -> FAULT"), Cell.PATIENCE);
                daemon.crash();
                assertThat(follower.awaitExit(Cell.PATIENCE)).hasValue(2);
            }
        }
    }

    @Test
    void aControlSocketThatIsNotWantedIsNotThereAndTheJournalStillAnswers() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start("global_defs {\n control_socket off\n}\n" + Solo.FIRST.text());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            Path socket = daemon.directory().resolve("pid.sock");
            assertThat(socket).doesNotExist();
            assertThat(ask(daemon, "why")).contains("no daemon answers", "(VI_51) BACKUP -> MASTER at ");

            int since = daemon.log().position();
            daemon.reload(Solo.FIRST.text());
            Solo.expectLine(daemon, since, "Reload complete");
            assertThat(socket).exists();
            assertThat(ask(daemon, "status")).contains("(VI_51) MASTER for ");
        }
    }

    private static String ask(Daemon daemon, String... question) {
        return Command.attempt(words(daemon, question), "").output();
    }

    private static List<String> words(Daemon daemon, String... question) {
        List<String> words = new ArrayList<>(List.of(Software.HOLDFAST.program()));
        words.addAll(List.of(question));
        words.addAll(List.of("--pid", daemon.directory().resolve("pid").toString()));
        words.addAll(List.of("--vrrp_pid", daemon.directory().resolve("vrrp.pid").toString()));
        return words;
    }
}
