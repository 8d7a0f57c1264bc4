package io.holdfast.checkers;

/// Bytes, of which half ones may be left open.
///
/// @param digits two for each byte, `0` to `f`, or `x` for a half byte that may be anything
public record HexPattern(String digits) {
    public static final HexPattern EMPTY = new HexPattern("");

    public HexPattern {
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException(digits);
        }
    }

    public boolean isEmpty() {
        return digits.isEmpty();
    }
}
