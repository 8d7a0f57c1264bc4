package io.holdfast.node;

import static io.holdfast.node.NodeDriver.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Groups 2 and 3 of `conformance-items.md`: states and timers, exactly. On the wire they are shown by the lab.
class ConformanceTest {
    /// 3 * 1 s + (256 - 100) / 256 s.
    private static final Duration MASTER_DOWN = Duration.ofNanos(3_609_375_000L);
    private static final Duration SKEW = Duration.ofNanos(609_375_000L);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final String[] TAKEOVER = {"SendAdvert 100", "AddAddresses", "Announce", "Notify MASTER"};

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_1_anOwnerIsMasterAtOnce(Protocol protocol) {
        NodeDriver driver = new NodeDriver(protocol.specs().owner().spec());

        assertThat(kinds(protocol.start(driver)))
                .containsExactly("Prepare", "SendAdvert 255", "AddAddresses", "Announce", "Notify MASTER");
        assertThat(driver.untilDeadline()).isEqualTo(INTERVAL);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_1_othersWaitAsBackup(Protocol protocol) {
        NodeDriver driver = new NodeDriver(protocol.specs().spec());

        assertThat(kinds(protocol.start(driver))).containsExactly("Prepare", "Notify BACKUP");
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_3_silenceMakesAMaster(Protocol protocol) {
        NodeDriver driver = protocol.backup(protocol.specs());

        driver.now = driver.node.nextDeadline().orElseThrow().plus(Duration.ofNanos(-1));
        assertThat(driver.on(new NodeEvent.TimerFired())).isEmpty();
        assertThat(kinds(driver.fire())).containsExactly(TAKEOVER);
        assertThat(driver.untilDeadline()).isEqualTo(INTERVAL);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_4_aResignationLeavesOnlyTheSkew(Protocol protocol) {
        NodeDriver driver = protocol.backup(protocol.specs());

        assertThat(hear(protocol, driver, 0)).isEmpty();
        assertThat(driver.untilDeadline()).isEqualTo(SKEW);
        assertThat(kinds(driver.fire())).containsExactly(TAKEOVER);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_4_equalAndHigherPrioritiesRestartTheTimer(Protocol protocol) {
        for (int priority : List.of(100, 101, 255)) {
            NodeDriver driver = protocol.backup(protocol.specs());

            assertThat(hear(protocol, driver, priority)).isEmpty();
            assertThat(driver.untilDeadline()).as("after %d", priority).isEqualTo(MASTER_DOWN);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_4_aLowerPriorityIsDiscardedUnlessWeDoNotPreempt(Protocol protocol) {
        for (int priority : List.of(1, 99)) {
            NodeDriver preempting = protocol.backup(protocol.specs());
            NodeDriver polite = protocol.backup(protocol.specs().nopreempt());

            assertThat(hear(protocol, preempting, priority)).isEmpty();
            assertThat(hear(protocol, polite, priority)).isEmpty();
            assertThat(preempting.untilDeadline()).isEqualTo(MASTER_DOWN.minus(INTERVAL));
            assertThat(polite.untilDeadline()).isEqualTo(MASTER_DOWN);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_6_aStoppedMasterResignsAndDoesNothingMore(Protocol protocol) {
        NodeDriver driver = protocol.master(protocol.specs());

        assertThat(kinds(driver.on(new NodeEvent.StopRequested(true))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify STOP");
        assertThat(driver.node.nextDeadline()).isEmpty();
        assertThat(driver.state()).isEqualTo(VrrpStateName.INIT);
        assertThat(hear(protocol, driver, 1)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_7_aResignationIsAnsweredAtOnce(Protocol protocol) {
        NodeDriver driver = protocol.master(protocol.specs());

        assertThat(kinds(hearSoon(protocol, driver, protocol.other, 0))).containsExactly("SendAdvert 100");
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(driver.untilDeadline()).isEqualTo(INTERVAL);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_7_aHigherPriorityMakesUsYield(Protocol protocol) {
        NodeDriver driver = protocol.master(protocol.specs());

        assertThat(kinds(hearSoon(protocol, driver, lower(protocol), 101)))
                .containsExactly("RemoveAddresses", "Notify BACKUP");
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_7_ofEqualsTheHigherAddressStays(Protocol protocol) {
        NodeDriver loser = protocol.master(protocol.specs());
        NodeDriver winner = protocol.master(protocol.specs());

        assertThat(kinds(hearSoon(protocol, loser, protocol.other, 100)))
                .containsExactly("RemoveAddresses", "Notify BACKUP");
        hearSoon(protocol, winner, lower(protocol), 100);
        assertThat(winner.state()).isEqualTo(VrrpStateName.MASTER);
    }

    /// RFC 9568 has us answer; RFC 3768 would have us stay silent, and `lower_prio_no_advert` does so in both versions.
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_2_7_aLowerPriorityChangesNothing(Protocol protocol) {
        NodeDriver answering = protocol.master(protocol.specs());
        NodeDriver silent = protocol.master(protocol.specs()
                .options(new VrrpOptions(false, true, false, false, false, false)));

        assertThat(kinds(hearSoon(protocol, answering, protocol.other, 99))).startsWith("SendAdvert 100");
        assertThat(kinds(hearSoon(protocol, silent, protocol.other, 99))).doesNotContain("SendAdvert 100");
        assertThat(answering.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(silent.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_3_1_advertisementsKeepTheirInterval(Protocol protocol) {
        for (int seconds : List.of(1, 2, 40)) {
            NodeDriver driver = protocol.master(protocol.specs().interval(Duration.ofSeconds(seconds)));
            for (int i = 0; i < 3; i++) {
                var due = driver.now.plus(Duration.ofSeconds(seconds));
                while (driver.node.nextDeadline().orElseThrow().isBefore(due)) {
                    assertThat(kinds(driver.fire())).doesNotContain("SendAdvert 100");
                }
                assertThat(kinds(driver.fire())).contains("SendAdvert 100");
                assertThat(driver.now).isEqualTo(due);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"V3", "V3_IPV6"})
    void item_3_1_anotherIntervalIsLearntInVersionThree(Protocol protocol) {
        NodeDriver driver = protocol.backup(protocol.specs());
        VrrpSpec slow = protocol.specs().interval(Duration.ofSeconds(2)).spec();

        driver.on(driver.advert(slow, protocol.other, 200));

        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN.multipliedBy(2));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_3_2_theSkewFallsWithThePriority(Protocol protocol) {
        for (int priority : List.of(1, 100, 128, 254)) {
            for (int seconds : List.of(1, 4)) {
                NodeDriver driver = protocol.backup(protocol.specs().priority(priority)
                        .interval(Duration.ofSeconds(seconds)));
                hear(protocol, driver, 0);

                // In version 2 a matter of the priority alone, in version 3 also of the interval.
                int scale = protocol == Protocol.V2 ? 1 : seconds;
                assertThat(driver.untilDeadline().toNanos() / 1000)
                        .isEqualTo((256 - priority) * 1_000_000L * scale / 256);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_3_3_threeIntervalsAndTheSkewOfSilence(Protocol protocol) {
        for (int seconds : List.of(1, 4)) {
            NodeDriver driver = protocol.backup(protocol.specs().interval(Duration.ofSeconds(seconds)));
            Duration skew = protocol == Protocol.V2 ? SKEW : SKEW.multipliedBy(seconds);

            hear(protocol, driver, 200, Duration.ofSeconds(seconds));

            assertThat(driver.untilDeadline()).isEqualTo(Duration.ofSeconds(3L * seconds).plus(skew));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_3_4_withoutPreemptionAWeakerMasterIsFollowed(Protocol protocol) {
        NodeDriver driver = protocol.backup(protocol.specs().priority(200).nopreempt());

        for (int i = 0; i < 5; i++) {
            assertThat(hear(protocol, driver, 1)).isEmpty();
        }
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
        assertThat(kinds(driver.fire())).as("when that one falls silent").contains("Notify MASTER");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_3_4_anOwnerIsNotHeldBack(Protocol protocol) {
        NodeDriver driver = new NodeDriver(protocol.specs().owner().spec());
        protocol.start(driver);
        hearSoon(protocol, driver, protocol.other, 254);
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);

        NodeDriver polite = protocol.master(protocol.specs().nopreempt());
        assertThat(kinds(hearSoon(protocol, polite, protocol.other, 255))).contains("Notify BACKUP");
    }

    private static List<Action> hear(Protocol protocol, NodeDriver driver, int priority) {
        return hear(protocol, driver, priority, driver.status().spec().advertInterval());
    }

    /// One interval later the other router advertises.
    private static List<Action> hear(Protocol protocol, NodeDriver driver, int priority, Duration interval) {
        Specs sender = protocol.specs().interval(interval);
        return driver.wait(INTERVAL).on(driver.advert(sender.spec(), protocol.other, priority));
    }

    private static List<Action> hearSoon(Protocol protocol, NodeDriver driver, String source, int priority) {
        return driver.wait(Duration.ofMillis(100)).on(driver.advert(protocol.specs().spec(), source, priority));
    }

    /// An address below ours.
    private static String lower(Protocol protocol) {
        return protocol == Protocol.V3_IPV6 ? "fe80::4" : "192.0.1.1";
    }
}
