package io.holdfast.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.base.IpAddress;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final IpAddress V4 = IpAddress.literal("192.0.2.1");
    private static final IpAddress V6 = IpAddress.literal("2001:db8::1");

    @Test
    void theHopLimitIsTheSocketsUnlessGiven() {
        assertThat(Envelope.of(V6, V6).hopLimit()).isEqualTo(Envelope.SOCKET_HOP_LIMIT);
        assertThat(Envelope.of(V6, V6).withHopLimit(0).hopLimit()).isZero();
        assertThat(Envelope.of(V6, V6).withHopLimit(255)).isEqualTo(new Envelope(V6, V6, 255));
    }

    @Test
    void whatNoPacketCouldHaveIsRefused() {
        assertThatThrownBy(() -> Envelope.of(V4, V6)).hasMessage("no packet goes from 192.0.2.1 to 2001:db8::1");
        assertThatThrownBy(() -> Envelope.of(V6, V6).withHopLimit(256)).hasMessage("there is no hop limit 256");
        assertThatThrownBy(() -> Envelope.of(V6, V6).withHopLimit(-2)).hasMessage("there is no hop limit -2");
    }
}
