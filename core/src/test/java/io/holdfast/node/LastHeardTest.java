package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Advert;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastHeardTest {
    private static final Advert STRONG = advert("192.0.2.2", 200);
    private static final Advert WEAK = advert("192.0.2.3", 50);

    private final LastHeard heard = new LastHeard();

    private static Advert advert(String source, int priority) {
        return new Advert(IpAddress.literal(source), priority, Duration.ofSeconds(1));
    }

    private static MonoTime at(long seconds) {
        return MonoTime.ofMicros(seconds * 1_000_000);
    }

    @Test
    void nothingWasHeardAtFirst() {
        assertThat(heard.bySource()).isEmpty();
        assertThat(heard.ofLast(at(0))).isEmpty();
    }

    @Test
    void theLastOnesAreKeptInOrder() {
        for (int i = 1; i <= 20; i++) {
            heard.note(STRONG, at(i));
        }
        assertThat(heard.bySource()).containsExactly(new Arrivals(STRONG.source(), 200, List.of(
                at(13), at(14), at(15), at(16), at(17), at(18), at(19), at(20))));
    }

    @Test
    void whoWasHeardLastComesFirstAndCountsAlone() {
        heard.note(STRONG, at(1));
        heard.note(STRONG, at(2));
        heard.note(WEAK, at(3));
        heard.note(STRONG, at(4));
        heard.note(WEAK, at(5));
        Arrivals weak = new Arrivals(WEAK.source(), 50, List.of(at(3), at(5)));
        assertThat(heard.bySource())
                .containsExactly(weak, new Arrivals(STRONG.source(), 200, List.of(at(1), at(2), at(4))));
        assertThat(heard.ofLast(at(0))).containsExactly(weak);
    }

    @Test
    void thePriorityIsThatOfTheLast() {
        heard.note(STRONG, at(1));
        heard.note(advert("192.0.2.2", 0), at(2));
        assertThat(heard.bySource().getFirst().priority()).isZero();
    }

    @Test
    void whatIsOlderDoesNotCount() {
        heard.note(STRONG, at(1));
        heard.note(WEAK, at(2));
        heard.note(WEAK, at(3));
        assertThat(heard.ofLast(at(3)).getFirst().times()).containsExactly(at(3));
        assertThat(heard.ofLast(at(4))).isEmpty();
    }
}
