package io.holdfast.daemon.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineQueueTest {
    private final LineQueue queue = new LineQueue();

    @Test
    void keepsTheOrder() {
        byte[] one = {1};
        byte[] two = {2, 2};
        queue.add(one);
        queue.add(two);
        assertThat(queue.first()).contains(one);
        queue.removeFirst();
        assertThat(queue.first()).contains(two);
        queue.removeFirst();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.first()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsLostAndCounted() {
        assertThat(queue.add(new byte[LineQueue.CAPACITY - 1])).isTrue();
        assertThat(queue.add(new byte[2])).isFalse();
        assertThat(queue.add(new byte[2])).isFalse();
        assertThat(queue.add(new byte[1])).isTrue();
        assertThat(queue.takeLost()).isEqualTo(2);
        assertThat(queue.takeLost()).isZero();
        queue.removeFirst();
        assertThat(queue.add(new byte[2])).isTrue();
    }
}
