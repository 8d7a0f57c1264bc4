package io.holdfast.config.finding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text from a configuration as it may be shown: decoded, without control characters that could drive a terminal.
public final class Shown {
    private Shown() {}

    /// Files hold bytes; nearly all of them mean UTF-8, and what cannot be that is taken for ISO 8859-1.
    public static String text(String bytes) {
        return isAscii(bytes) ? printable(bytes) : printable(decoded(bytes));
    }

    public static String decoded(String bytes) {
        if (isAscii(bytes)) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(c != '\t' && Character.isISOControl(c) ? '\ufffd' : c);
        }
        return shown.toString();
    }

    /// How many columns of a terminal a text fills, a tab counted as one.
    public static int cells(String text) {
        int cells = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            cells += cells(c);
            i += Character.charCount(c);
        }
        return cells;
    }

    private static int cells(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6) || c >= 0x1f300;
        return wide ? 2 : 1;
    }
}
