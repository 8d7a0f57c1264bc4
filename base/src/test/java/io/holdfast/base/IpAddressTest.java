package io.holdfast.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.1", "255.255.255.255,255.255.255.255", "::,::", "::1,::1", "fe80::1,fe80::1",
            "2001:DB8:0:0:1:0:0:1,2001:db8::1:0:0:1", "2001:db8::,2001:db8::", "1:0:2:3:4:5:6:7,1:0:2:3:4:5:6:7",
            "::ffff:192.0.2.1,::ffff:c000:201", "ff02:0:0:0:0:0:0:12,ff02::12"})
    void readsEveryFormAndPrintsTheCanonicalOne(String text, String canonical) {
        assertThat(IpAddress.literal(text)).hasToString(canonical);
        assertThat(IpAddress.of(IpAddress.literal(text).bytes())).isEqualTo(IpAddress.literal(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0", "10.0.0.256", "10.0.0.1.2", "10..0.1", "a.b.c.d", "1:2", ":::", "1::2::3",
            "12345::", "::g", "1:2:3:4:5:6:7:8:9", "fe80::1%eth0", "10.0.0.1 ", "::10.0.0.256", "1:2:3:4:5:6:7::8"})
    void refusesWhatIsNotAnAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void ordersAsUnsignedNumbers() {
        assertThat(IpAddress.literal("192.0.2.1")).isGreaterThan(IpAddress.literal("10.255.255.255"));
        assertThat(IpAddress.literal("fe80::1")).isGreaterThan(IpAddress.literal("2001:db8::1"));
    }

    @Test
    void tellsMulticastAndLinkLocal() {
        assertThat(IpAddress.literal("224.0.0.18").isMulticast()).isTrue();
        assertThat(IpAddress.literal("ff02::12").isMulticast()).isTrue();
        assertThat(IpAddress.literal("192.0.2.1").isMulticast()).isFalse();
        assertThat(IpAddress.literal("febf::1").isLinkLocal()).isTrue();
        assertThat(IpAddress.literal("fec0::1").isLinkLocal()).isFalse();
    }
}
