package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Another image in the place of a running one, in the same process and without a transition.
@Tag("lab")
@Isolated("an interval of 100 ms leaves 250 ms, which other tests at the same time would use up")
class UpgradeLabTest {
    private static final String ADDED_VIP = "10.99.0.102";
    private static final Instance ADDED = Solo.FIRST.vrid(53).vip(ADDED_VIP);
    private static final String OK = "{\"ok\":true,";
    private static final String NO = "{\"ok\":false,";

    // ---- without a transition

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1})
    void aMasterIsUpgradedAndNobodyNotices(double interval) {
        Instance backup = Instance.v3(interval).vip(Cell.VIP);
        Instance master = backup.priority(200);
        try (Cell cell = Cell.open(new Pair(Software.HOLDFAST, Software.KEEPALIVED))) {
            Path second = Operator.image(cell.lab, "second");
            Cell.Nodes nodes = cell.masterAndBackup(master, backup);
            EchoClient client = cell.lab.own(EchoClient.start(cell.lab.host("c", "10.99.0.3"), cell.a, Cell.VIP));
            Daemon daemon = nodes.first();
            long parent = Solo.parent(daemon).pid();
            long child = daemon.childPid();
            int before = cell.now();
            int addresses = cell.a.watch().changes().position();

            assertThat(Operator.ask(daemon, "upgrade " + second)).startsWith(OK).contains("\"" + second + "\"");
            cell.onlyOneSpeaks(cell.a, cell.b, master, 5);

            assertThat(cell.wire.adverts(cell.b, master.vrid(), before)).as("adverts of the backup").isEmpty();
            assertThat(cell.wire.adverts(cell.a, master.vrid(), before))
                    .as("adverts of the master").allMatch(advert -> advert.priority() == 200);
            assertThat(cell.a.watch().changes().from(addresses)).noneMatch(change -> change.ip().equals(Cell.VIP));
            assertThat(client.count().lost()).as("echoes that never came").isZero();
            assertThat(Solo.parent(daemon).pid()).isEqualTo(parent);
            assertThat(daemon.childPid()).isNotEqualTo(child);
            assertThat(Solo.process(daemon.childPid()).parent().orElseThrow().pid()).isEqualTo(parent);
            assertRuns(daemon, second);
        }
    }

    @Test
    void twiceInARowAndThenSignalsStillWork() {
        try (Solo solo = Solo.open()) {
            Path second = Operator.image(solo.lab, "second");
            Daemon daemon = solo.serveFirst();
            assertThat(Operator.ask(daemon, "upgrade " + second)).startsWith(OK);
            assertRuns(daemon, second);
            assertThat(Operator.ask(daemon, "upgrade " + Software.image())).startsWith(OK);
            assertRuns(daemon, Software.image());
            assertThat(Operator.ask(daemon, "upgrade")).as("the same once more").startsWith(OK);
            assertRuns(daemon, Software.image());

            daemon.reload(Instance.all(Solo.FIRST, ADDED));
            solo.host.expectHolds(ADDED_VIP, true, Cell.PATIENCE);
            daemon.terminate();
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            assertThat(solo.host.holds(Cell.VIP)).isFalse();
            for (String file : new String[] {"pid", "vrrp.pid", "pid.sock"}) {
                assertThat(daemon.directory().resolve(file)).doesNotExist();
            }
        }
    }

    // ---- signals while the process is neither the one nor the other

    @Test
    void aReloadAskedForInBetweenIsCarriedOut() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            int upgrade = daemon.log().position();
            Thread.ofPlatform().start(() -> Operator.ask(daemon, "upgrade"));
            Solo.expectLine(daemon, upgrade, "Taking over");
            daemon.reload(Instance.all(Solo.FIRST, ADDED));
            solo.host.expectHolds(ADDED_VIP, true, Cell.PATIENCE);
        }
    }

    @Test
    void aStopAskedForInBetweenIsOneInOrder() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            int upgrade = daemon.log().position();
            int wire = solo.wire.packets().position();
            Thread.ofPlatform().start(() -> Operator.ask(daemon, "upgrade"));
            Solo.expectLine(daemon, upgrade, "Taking over");
            daemon.terminate();
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            solo.wire.expectAdvert(solo.host, Solo.FIRST.vrid(), wire, advert -> advert.priority() == 0,
                    Cell.PATIENCE);
            assertThat(solo.host.holds(Cell.VIP)).isFalse();
            assertThat(daemon.directory().resolve("vrrp.pid")).doesNotExist();
        }
    }

    // ---- images that will not do

    @Test
    void aBrokenImageIsRefusedAndNothingChanges() throws Exception {
        try (Solo solo = Solo.open()) {
            Path broken = Operator.image(solo.lab, "broken");
            Files.delete(broken.resolve("lib/holdfast-core.jar"));
            Daemon daemon = solo.serveFirst();
            long child = daemon.childPid();
            int addresses = solo.host.watch().changes().position();

            assertThat(Operator.ask(daemon, "upgrade " + broken)).startsWith(NO).contains("holdfast.core");
            assertThat(Operator.ask(daemon, "upgrade /no/such/image")).startsWith(NO).contains("/no/such/image");
            solo.expectFirstServes(Instant.now());
            assertThat(daemon.childPid()).isEqualTo(child);
            assertThat(solo.host.watch().changes().from(addresses)).noneMatch(change -> change.ip().equals(Cell.VIP));
            assertRuns(daemon, Software.image());
        }
    }

    /// Nothing short of starting them shows that. By then the parent has been replaced; the old child goes on, also
    /// when the next upgrade ends the thread that it was handed over to.
    @Test
    void whereTheNewChildDoesNotStartTheOldOneGoesOn() {
        try (Solo solo = Solo.open()) {
            Path childless = Operator.imageWithoutChildren(solo.lab);
            Daemon daemon = solo.serveFirst();
            long child = daemon.childPid();
            int addresses = solo.host.watch().changes().position();

            for (int i = 0; i < 2; i++) {
                assertThat(Operator.ask(daemon, "upgrade " + childless)).startsWith(NO)
                        .contains("its children are not");
                solo.expectFirstServes(Instant.now());
                assertThat(daemon.childPid()).isEqualTo(child);
                assertRuns(daemon, childless);
            }
            daemon.reload(Instance.all(Solo.FIRST, ADDED));
            solo.host.expectHolds(ADDED_VIP, true, Cell.PATIENCE);
            assertThat(daemon.childPid()).isEqualTo(child);
            assertThat(solo.host.watch().changes().from(addresses)).noneMatch(change -> change.ip().equals(Cell.VIP));

            assertThat(Operator.ask(daemon, "upgrade " + Software.image())).startsWith(OK);
            assertThat(daemon.childPid()).isNotEqualTo(child);
            assertRuns(daemon, Software.image());
        }
    }

    @Test
    void whatIsNoRequestIsRefused() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            assertThat(Operator.ask(daemon, "stop")).startsWith(NO).contains("there are: status");
            assertThat(Operator.ask(daemon, "status")).startsWith(OK).contains("\"pid\":" + daemon.childPid());
        }
    }

    /// What the parent, its child and the control socket say of the image.
    private static void assertRuns(Daemon daemon, Path image) {
        assertThat(daemon.commandLine()).contains(image.resolve("lib").toString());
        assertThat(Solo.process(daemon.childPid()).isAlive()).isTrue();
        assertThat(Operator.ask(daemon, "status")).startsWith(OK).contains("\"image\":\"" + image + "\"")
                .contains("\"state\":\"running\"").contains("\"pid\":" + Solo.parent(daemon).pid());
    }
}
