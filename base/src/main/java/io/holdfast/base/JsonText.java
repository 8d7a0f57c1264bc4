package io.holdfast.base;

/// What every writer of JSON (RFC 8259) needs, whatever its layout.
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /// Appends a string in quotes, with what must not stand in them escaped.
    ///
    /// @return `out`
    public static StringBuilder quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }
}
