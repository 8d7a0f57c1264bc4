package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Lateness that concerns one instance among many is not overlooked.
class LatenessTest {
    private static final VrrpSpec SLOW = Specs.v3().interval(Duration.ofSeconds(10)).spec();
    private static final VrrpSpec FAST = Specs.v3().name("VI_2").vrid(52).interval(Duration.ofMillis(100))
            .addresses("192.0.2.110").spec();

    private static Duration waitOfSecond(NodeDriver driver) {
        return Duration.ofNanos(driver.node.status().get(1).state().nextDeadline().since(driver.now).toNanos());
    }

    private static NodeDriver started(VrrpSpec... specs) {
        NodeDriver driver = new NodeDriver(specs);
        driver.start();
        return driver;
    }

    @Test
    void theBackupThatWaitsShortestDoubtsFirst() {
        NodeDriver driver = started(SLOW, FAST);
        driver.now = driver.node.nextDeadline().orElseThrow().plusMicros(51_000);

        driver.on(new NodeEvent.LoopLate(Duration.ofMillis(50)));
        assertThat(waitOfSecond(driver)).isNegative();
        driver.on(new NodeEvent.LoopLate(Duration.ofMillis(51)));

        // One interval and the skew.
        assertThat(waitOfSecond(driver)).isEqualTo(Duration.ofNanos(160_937_000));
        assertThat(driver.on(new NodeEvent.TimerFired())).isEmpty();
    }

    @Test
    void aBackupDoubtsByTheIntervalThatItsMasterUses() {
        VrrpSpec faster = Specs.v3().name("VI_2").vrid(52).interval(Duration.ofMillis(20))
                .addresses("192.0.2.110").spec();
        NodeDriver driver = started(SLOW, FAST);
        driver.on(driver.advert(faster, "192.0.2.2", 200));
        driver.now = driver.node.nextDeadline().orElseThrow().plusMicros(11_000);

        driver.on(new NodeEvent.LoopLate(Duration.ofMillis(11)));

        assertThat(driver.on(new NodeEvent.TimerFired())).isEmpty();
    }

    @Test
    void afterAReloadTheNewIntervalsCount() {
        NodeDriver driver = started(SLOW);
        driver.on(new NodeEvent.ReloadCommitted(NodeSpec.of(List.of(SLOW, FAST))));
        driver.now = driver.node.nextDeadline().orElseThrow().plusMicros(51_000);

        driver.on(new NodeEvent.LoopLate(Duration.ofMillis(51)));

        assertThat(driver.on(new NodeEvent.TimerFired())).isEmpty();
    }

    @Test
    void afterAReloadAMasterThatOversleptGivesWayIfItIsConfiguredSo() {
        VrrpOptions giving = new VrrpOptions(false, false, false, false, false, false, OptionalInt.of(254));
        NodeDriver driver = started(Specs.vrrp().nopreempt().spec());
        driver.fire();
        driver.on(new NodeEvent.ReloadCommitted(
                NodeSpec.of(List.of(Specs.vrrp().nopreempt().options(giving).spec()))));
        driver.now = driver.node.nextDeadline().orElseThrow().plusMicros(2_009_000);

        assertThat(NodeDriver.kinds(driver.on(new NodeEvent.LoopLate(Duration.ofMillis(2_009)))))
                .containsExactly("RemoveAddresses", "Notify BACKUP");
    }
}
