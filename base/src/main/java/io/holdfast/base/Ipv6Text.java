package io.holdfast.base;

import java.util.Arrays;
import java.util.Optional;

/// IPv6 addresses as text: any form of RFC 4291 section 2.2 in, the one form of RFC 5952 out.
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static Optional<IpAddress> parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true).filter(g -> g.length == GROUPS).map(Ipv6Text::join);
        }
        Optional<int[]> head = groups(text.substring(0, gap), false);
        Optional<int[]> tail = groups(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= GROUPS) {
            return Optional.empty();
        }
        int[] all = Arrays.copyOf(head.get(), GROUPS);
        System.arraycopy(tail.get(), 0, all, GROUPS - tail.get().length, tail.get().length);
        return Optional.of(join(all));
    }

    /// The 16-bit groups between colons; the last may be a dotted quad, which counts as two.
    private static Optional<int[]> groups(String text, boolean mayEndInV4) {
        if (text.isEmpty()) {
            return Optional.of(new int[0]);
        }
        String[] words = text.split(":", -1);
        int[] values = new int[GROUPS + 2];
        int count = 0;
        for (int i = 0; i < words.length && count <= GROUPS; i++) {
            String word = words[i];
            if (mayEndInV4 && i == words.length - 1 && word.indexOf('.') >= 0) {
                Optional<IpAddress> quad = IpAddress.parseV4(word);
                if (quad.isEmpty()) {
                    return Optional.empty();
                }
                values[count++] = quad.get().v4Bits() >>> 16;
                values[count++] = quad.get().v4Bits() & 0xffff;
            } else if (isHex(word)) {
                values[count++] = Integer.parseInt(word, 16);
            } else {
                return Optional.empty();
            }
        }
        return count > GROUPS ? Optional.empty() : Optional.of(Arrays.copyOf(values, count));
    }

    private static boolean isHex(String word) {
        return !word.isEmpty() && word.length() <= 4
                && word.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    private static IpAddress join(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new IpAddress(Family.IPV6, high, low);
    }

    /// Lower case, no leading zeros, the longest run of at least two zero groups (the first of equals) as `::`.
    static String format(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (high >>> (48 - 16 * i)) & 0xffff;
            groups[i + 4] = (int) (low >>> (48 - 16 * i)) & 0xffff;
        }
        int from = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int j = i;
            while (j < GROUPS && groups[j] == 0) {
                j++;
            }
            if (j - i > length) {
                from = i;
                length = j - i;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (length > 1 && i == from) {
                text.append("::");
                i += length - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
