package io.holdfast.config.value;

import java.util.OptionalLong;

/// Numbers as in C: a leading `0x` is hexadecimal, a leading `0` octal, anything else decimal; without a sign.
public final class CLiteral {
    private CLiteral() {}

    /// The number; empty if it is none.
    ///
    /// @param bits of which it may have so many, up to 64
    public static OptionalLong parse(String text, int bits) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        boolean octal = !hex && text.length() > 1 && text.charAt(0) == '0';
        int from = hex ? 2 : octal ? 1 : 0;
        if (from >= text.length() || Character.digit(text.charAt(from), hex ? 16 : 10) < 0) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseUnsignedLong(text.substring(from), hex ? 16 : octal ? 8 : 10);
            return bits == 64 || number >>> bits == 0 ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
