package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.base.MonoTime;
import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopLabTest {

    @Test
    void theClockIsTheKernelsMonotonicOne() {
        try (NativeMemory time = NativeMemory.temporary(16)) {
            MonoTime before = MonoClock.now();
            assertThat(Kernel.call(Nr.CLOCK_GETTIME, 1, time.address())).isZero();
            MonoTime after = MonoClock.now();
            MonoTime kernel = new MonoTime(time.bytes().getLong(0) * 1_000_000_000L + time.bytes().getLong(8));
            assertThat(kernel).isBetween(before, after);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2024-02-29T12:34:56Z",
            "2026-03-29T01:00:00Z", "2026-11-21T00:31:18Z", "2040-07-04T08:09:10Z"})
    void aMomentIsBrokenDownAsThisMachineShowsIt(String moment) {
        BrokenDownTime time = new BrokenDownTime();
        time.set(Instant.parse(moment).getEpochSecond());
        ZonedDateTime expected = Instant.parse(moment).atZone(ZoneId.systemDefault());
        assertThat(LocalDateTime.of(time.year(), time.month() + 1, time.dayOfMonth(), time.hour(), time.minute(),
                time.second())).isEqualTo(expected.toLocalDateTime());
        assertThat(time.dayOfWeek()).isEqualTo(expected.getDayOfWeek().getValue() % 7);
    }

    @Test
    void aTimerFiresAtItsTimeAndOnce() {
        try (Epoll epoll = Epoll.open(4); TimerFd timer = TimerFd.open()) {
            epoll.add(timer.fd(), Epoll.EPOLLIN, 42);
            assertThat(epoll.await(0)).isZero();
            MonoTime due = MonoClock.now().plus(Duration.ofMillis(20));
            timer.armAt(due);
            assertThat(timer.read()).isZero();
            assertThat(epoll.await(5000)).isEqualTo(1);
            assertThat(MonoClock.now()).isGreaterThanOrEqualTo(due);
            assertThat(epoll.token(0)).isEqualTo(42);
            assertThat(timer.read()).isEqualTo(1);
            assertThat(timer.read()).isZero();
        }
    }

    @Test
    void aTimeThatIsPastFiresAtOnceAndADisarmedOneNever() {
        try (Epoll epoll = Epoll.open(4); TimerFd timer = TimerFd.open()) {
            epoll.add(timer.fd(), Epoll.EPOLLIN, 1);
            timer.armAt(new MonoTime(0));
            assertThat(epoll.await(5000)).isEqualTo(1);
            timer.armAt(MonoClock.now().plus(Duration.ofMillis(5)));
            timer.disarm();
            assertThat(epoll.await(30)).isZero();
        }
    }

    @Test
    void severalDescriptorsKeepTheirTokens() {
        try (Epoll epoll = Epoll.open(4); EventFd one = EventFd.open(); EventFd two = EventFd.open()) {
            epoll.add(one.fd(), Epoll.EPOLLIN, Long.MIN_VALUE);
            epoll.add(two.fd(), Epoll.EPOLLIN, 0x1234_5678_9abc_def0L);
            one.signal();
            two.signal();
            assertThat(epoll.await(-1)).isEqualTo(2);
            assertThat(new long[] {epoll.token(0), epoll.token(1)})
                    .containsExactlyInAnyOrder(Long.MIN_VALUE, 0x1234_5678_9abc_def0L);
            epoll.remove(one.fd());
            epoll.modify(two.fd(), 0, 2);
            assertThat(epoll.await(0)).isZero();
        }
    }

    @Test
    void anEventCountsItsSignals() {
        try (EventFd event = EventFd.open()) {
            assertThat(event.drain()).isZero();
            event.signal();
            event.signal();
            assertThat(event.drain()).isEqualTo(2);
            assertThat(event.drain()).isZero();
        }
    }

    @Test
    void whatTheKernelRefusesIsNamedWithItsErrno() {
        try (Epoll epoll = Epoll.open(1)) {
            assertThatThrownBy(() -> epoll.add(-1, Epoll.EPOLLIN, 0))
                    .isInstanceOfSatisfying(KernelException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EBADF))
                    .hasMessage("epoll add of descriptor -1: EBADF (Bad file descriptor)");
        }
    }
}
