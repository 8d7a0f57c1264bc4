package io.holdfast.track;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// The number in a tracked file (`vrrp.md` 6.4), as C's `strtol` reads one: after white space and a sign it is decimal,
/// octal after 0, hexadecimal after 0x, and what follows it does not matter.
public final class FileNumber {
    /// So much of a file is looked at, in bytes.
    public static final int LOOKED_AT = 127;
    /// What a file counts as that is not there.
    public static final int OF_NONE = 0;

    private FileNumber() {}

    /// @param content the beginning of the file
    /// @return 0 if there is no number; empty if it takes more than 32 bits
    public static OptionalInt read(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        boolean signed = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
        boolean negative = signed && text.charAt(at) == '-';
        return magnitude(text, signed ? at + 1 : at, negative);
    }

    private static OptionalInt magnitude(String text, int from, boolean negative) {
        boolean hex = isHexPrefix(text, from);
        boolean octal = !hex && from < text.length() && text.charAt(from) == '0';
        int radix = hex ? 16 : octal ? 8 : 10;
        long limit = negative ? -(long) Integer.MIN_VALUE : Integer.MAX_VALUE;
        long value = 0;
        for (int at = hex ? from + 2 : from; at < text.length(); at++) {
            int digit = digit(text.charAt(at), radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
            if (value > limit) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of((int) (negative ? -value : value));
    }

    private static boolean isHexPrefix(String text, int from) {
        return from + 2 < text.length() && text.charAt(from) == '0' && (text.charAt(from + 1) | 0x20) == 'x'
                && digit(text.charAt(from + 2), 16) >= 0;
    }

    /// Only of the digits that C knows: Java's are those of all scripts.
    private static int digit(char c, int radix) {
        return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
