package io.holdfast.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {

    @Test
    void anAddressAloneIsAHost() {
        assertThat(Prefix.literal("192.0.2.1")).isEqualTo(Prefix.literal("192.0.2.1/32")).hasToString("192.0.2.1/32");
        assertThat(Prefix.literal("fe80::1").length()).isEqualTo(128);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "10.0.0.1/33", "10.0.0.1/", "10.0.0.1/-1", "10.0.0.1/2 ", "/24", "fe80::1/129", "10.0.0.1/+8"})
    void refusesWhatIsNotAPrefix(String text) {
        assertThat(Prefix.parse(text)).isEmpty();
    }

    @Test
    void aLengthMustFitTheFamily() {
        assertThatThrownBy(() -> new Prefix(IpAddress.literal("10.0.0.1"), 33))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void macAddressesKeepTheirOctets() {
        byte[] octets = {0, 0, 0x5e, 0, 1, (byte) 0xff};
        assertThat(MacAddress.of(octets)).hasToString("00:00:5e:00:01:ff");
        assertThat(MacAddress.of(octets).bytes()).isEqualTo(octets);
    }

    @Test
    void monotonicTimesPrintSeconds() {
        assertThat(MonoTime.ofMicros(1_500_000)).hasToString("1.500000");
        assertThat(new MonoTime(-1_000)).hasToString("-1.999999");
    }
}
