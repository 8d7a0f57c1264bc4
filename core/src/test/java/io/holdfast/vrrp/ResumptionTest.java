package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A mastership goes on only while nobody who followed it can have become master.
class ResumptionTest {
    private static final MonoTime LAST = MonoTime.ofMicros(1_000_000_000);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static boolean resumes(VrrpSpec spec, Duration interval, long millis) {
        return Resumption.isInTime(spec, LAST, interval, LAST.plus(Duration.ofMillis(millis)));
    }

    @Test
    void halfAnIntervalHasToBeLeft() {
        VrrpSpec spec = Specs.vrrp().spec();
        assertThat(resumes(spec, SECOND, 0)).isTrue();
        assertThat(resumes(spec, SECOND, 2499)).isTrue();
        assertThat(resumes(spec, SECOND, 2500)).isFalse();
        assertThat(resumes(spec, SECOND, 1_000_000)).isFalse();
    }

    @Test
    void theFutureIsNotBelieved() {
        assertThat(resumes(Specs.vrrp().spec(), SECOND, -1)).isFalse();
    }

    @Test
    void fewerAdvertisementsShortenTheWaitAndMoreDoNotLengthenIt() {
        assertThat(resumes(Specs.vrrp().downTimerAdverts(1).spec(), SECOND, 499)).isTrue();
        assertThat(resumes(Specs.vrrp().downTimerAdverts(1).spec(), SECOND, 500)).isFalse();
        assertThat(resumes(Specs.vrrp().downTimerAdverts(100).spec(), SECOND, 2500)).isFalse();
    }

    /// A reload changed the interval while no process ran: peers wait by one of the two.
    @Test
    void ofTwoIntervalsTheShorterCounts() {
        VrrpSpec slow = Specs.v3().interval(Duration.ofSeconds(3)).spec();
        assertThat(resumes(slow, SECOND, 2499)).isTrue();
        assertThat(resumes(slow, SECOND, 2500)).isFalse();
        VrrpSpec fast = Specs.v3().interval(Duration.ofMillis(100)).spec();
        assertThat(resumes(fast, SECOND, 249)).isTrue();
        assertThat(resumes(fast, SECOND, 250)).isFalse();
    }

    /// Peers of any priority that wait for as many advertisements as we would, or for the usual three.
    @Property(tries = 5_000)
    void noPeerIsMasterYetWhenAMastershipGoesOn(@ForAll boolean v3,
            @ForAll @IntRange(min = 1, max = 4095) int hundredths,
            @ForAll @IntRange(min = 1, max = 10) int adverts,
            @ForAll @IntRange(min = 1, max = 254) int peerPriority,
            @ForAll @IntRange(max = 4000) int silence) {
        Duration interval = v3 ? Duration.ofMillis(10L * hundredths) : Duration.ofSeconds(1 + hundredths % 255);
        Specs both = (v3 ? Specs.v3() : Specs.vrrp()).interval(interval);
        VrrpSpec ours = both.downTimerAdverts(adverts).priority(200).spec();
        VrrpSpec theirs = both.downTimerAdverts(Math.min(3, adverts)).priority(peerPriority).spec();
        MonoTime now = LAST.plus(interval.multipliedBy(silence).dividedBy(1000));

        MonoTime peerActs = LAST.plusMicros(MasterDown.intervalMicros(theirs, peerPriority, interval));
        if (Resumption.isInTime(ours, LAST, interval, now)) {
            assertThat(peerActs.since(now)).isGreaterThanOrEqualTo(interval.dividedBy(2));
        }
    }
}
