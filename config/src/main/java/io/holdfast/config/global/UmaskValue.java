package io.holdfast.config.global;

import io.holdfast.config.table.Value;
import java.util.List;

/// A file creation mask: a number as in C (leading `0` octal, `0x` hexadecimal) or `IRUSR|IWGRP|...`.
public record UmaskValue() implements Value<Integer> {
    private static final int MAX = 0777;
    private static final List<String> NAMES = List.of("IXOTH", "IWOTH", "IROTH", "IXGRP", "IWGRP", "IRGRP", "IXUSR",
            "IWUSR", "IRUSR");
    private static final List<String> GROUPS = List.of("IRWXO", "IRWXG", "IRWXU");

    @Override
    public String expects() {
        return "a mask from 0 to 0777 or names like IRWXO|IWGRP";
    }

    @Override
    public Outcome<Integer> read(String text) {
        int mask = !text.isEmpty() && text.charAt(0) == 'I' ? names(text) : number(text);
        return mask < 0 || mask > MAX ? Outcome.wrong() : Outcome.of(mask);
    }

    private static int number(String text) {
        try {
            return text.isEmpty() || text.startsWith("#") ? -1 : Integer.decode(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int names(String text) {
        int mask = 0;
        int from = 0;
        while (from <= text.length()) {
            int bar = text.indexOf('|', from);
            int end = bar < 0 ? text.length() : bar;
            int bits = bits(text.substring(from, end));
            if (bits == 0) {
                return -1;
            }
            mask |= bits;
            from = end + 1;
        }
        return mask;
    }

    private static int bits(String name) {
        int bit = NAMES.indexOf(name);
        int group = GROUPS.indexOf(name);
        return bit >= 0 ? 1 << bit : group >= 0 ? 7 << (3 * group) : 0;
    }
}
