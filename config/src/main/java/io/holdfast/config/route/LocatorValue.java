package io.holdfast.config.route;

import io.holdfast.config.table.Value;

/// The upper half of an IPv6 address, four groups of hexadecimal digits.
record LocatorValue() implements Value<Long> {
    private static final int GROUPS = 4;
    private static final int DIGITS = 4;

    @Override
    public String expects() {
        return "a locator like 2001:db8:1:1";
    }

    @Override
    public Outcome<Long> read(String text) {
        long locator = 0;
        int groups = 1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit >= 0 && digits < DIGITS) {
                locator = (locator & ~0xffffL) | ((locator & 0xffff) << 4) | digit;
                digits++;
            } else if (text.charAt(i) == ':' && digits > 0 && groups < GROUPS) {
                locator <<= 16;
                groups++;
                digits = 0;
            } else {
                return Outcome.wrong();
            }
        }
        return groups == GROUPS && digits > 0 ? Outcome.of(locator) : Outcome.wrong();
    }
}
