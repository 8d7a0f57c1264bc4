package io.holdfast.config.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.holdfast.config.global.UmaskValue;
import io.holdfast.config.table.Value;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Section 9: how words become values. `-` stands for a refusal.
class ValueTest {
    @ParameterizedTest
    @CsvSource({"'1', 1", "'255', 255", "'0', -", "'256', -", "'0x10', -", "'8 ', -", "' 8', 8", "'007', 7", "'+5', 5",
            "'-5', -", "'5x', -", "'', -", "'99999999999999999999', -", "'x', -", "'-', -"})
    void strictIntegers47(String text, String value) {
        assertEquals(value.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(value)),
                Values.integer(1, 255).read(text).value());
    }

    @ParameterizedTest
    @CsvSource({"5x, 5, true", "5, 5, false", "4294967295, 2147483647, false"})
    void lenientIntegersUseTheLeadingNumber50(String text, int value, boolean corrected) {
        Value.Outcome<Integer> outcome = Values.lenientInteger(0, 4_294_967_295L).read(text);
        assertEquals(Optional.of(value), outcome.value());
        assertEquals(corrected, !outcome.correction().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({".5, 500000", "1., 1000000", "0.25, 250000", "1.0000005, 1000001", "3, 3000000", "2x, -", "-1, -",
            "., -", "1e3, -", "300, -", "99999999999999999999, -"})
    void seconds(String text, String micros) {
        Optional<Duration> expected = micros.equals("-") ? Optional.empty()
                : Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1_000));
        assertEquals(expected, Values.seconds(10_000, 255_000_000).read(text).value());
    }

    @ParameterizedTest
    @CsvSource({"022, 18", "0x1f, 31", "18, 18", "IRWXO|IWGRP, 23", "IRUSR, 256", "01000, -", "IFOO, -", "'', -",
            "IRUSR|, -"})
    void masks(String text, String mask) {
        assertEquals(mask.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(mask)),
                new UmaskValue().read(text).value());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "010, 8", "0x1F, 31", "255, 255", "256, -", "08, -", "0x, -", "-1, -", "+1, -", "'', -",
            "99999999999999999999, -"})
    void literals(String text, String number) {
        assertEquals(number.equals("-") ? Optional.empty() : Optional.of(Long.valueOf(number)),
                new LiteralValue(8).read(text).value());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "18446744073709551615, -1", "18446744073709551616, none", "0x5, none", "'', none"})
    void numbersOf64Bits(String text, String number) {
        assertEquals(number.equals("none") ? Optional.empty() : Optional.of(Long.valueOf(number)),
                new Unsigned64Value().read(text).value());
    }
}
