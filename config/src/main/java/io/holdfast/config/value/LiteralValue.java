package io.holdfast.config.value;

import io.holdfast.config.table.Value;
import java.util.OptionalLong;

/// A number as in C: leading `0` octal, `0x` hexadecimal.
///
/// @param bits how many it may have, up to 64; with 64, a negative `long` stands for a number beyond 2^63
public record LiteralValue(int bits) implements Value<Long> {
    @Override
    public String expects() {
        return "a number from 0 to " + Long.toUnsignedString(-1L >>> (64 - bits));
    }

    @Override
    public Outcome<Long> read(String text) {
        OptionalLong number = CLiteral.parse(text, bits);
        return number.isPresent() ? Outcome.of(number.getAsLong()) : Outcome.wrong();
    }
}
