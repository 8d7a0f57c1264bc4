package io.holdfast.config.vrrp;

import io.holdfast.config.table.Value;

/// A key of `auth_hmac`: `hex:` and digits, `file:` and a path, or the key itself.
record KeyValue() implements Value<KeyText> {
    private static final int SHORTEST = 32; // the hash of HMAC-SHA-256
    private static final int LONGEST = 64; // its block
    private static final int HEX = 16;
    private static final String HEX_PREFIX = "hex:";
    private static final String FILE_PREFIX = "file:";

    @Override
    public String expects() {
        return "a key of " + SHORTEST + " to " + LONGEST + " bytes: hex: and two digits for each, file: and a path, or"
                + " the bytes as text";
    }

    @Override
    public Outcome<KeyText> read(String text) {
        if (text.startsWith(FILE_PREFIX)) {
            String path = text.substring(FILE_PREFIX.length());
            return path.isEmpty() ? Outcome.wrong() : Outcome.of(new KeyText(path, true));
        }
        if (text.startsWith(HEX_PREFIX)) {
            return fromHex(text.substring(HEX_PREFIX.length()));
        }
        return isLongEnough(text) ? Outcome.of(new KeyText(text, false)) : Outcome.wrong();
    }

    @Override
    public boolean isSecret() {
        return true;
    }

    static boolean isLongEnough(String bytes) {
        return bytes.length() >= SHORTEST && bytes.length() <= LONGEST;
    }

    private static Outcome<KeyText> fromHex(String digits) {
        StringBuilder bytes = new StringBuilder(digits.length() / 2);
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            int high = Character.digit(digits.charAt(i), HEX);
            int low = Character.digit(digits.charAt(i + 1), HEX);
            if (high < 0 || low < 0) {
                return Outcome.wrong();
            }
            bytes.append((char) (high * HEX + low));
        }
        boolean whole = digits.length() % 2 == 0 && isLongEnough(bytes.toString());
        return whole ? Outcome.of(new KeyText(bytes.toString(), false)) : Outcome.wrong();
    }
}
