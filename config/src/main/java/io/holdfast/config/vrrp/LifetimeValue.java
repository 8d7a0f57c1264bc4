package io.holdfast.config.vrrp;

import io.holdfast.config.table.Value;

/// Seconds, or `forever`, which the kernel writes as the highest 32-bit number.
record LifetimeValue() implements Value<Long> {
    private static final long FOREVER = 4_294_967_295L; // INFINITY_LIFE_TIME, net/addrconf.h

    @Override
    public String expects() {
        return "a number of seconds from 0 to " + FOREVER + " or forever";
    }

    @Override
    public Outcome<Long> read(String text) {
        if (text.equals("forever")) {
            return Outcome.of(FOREVER);
        }
        if (text.isEmpty() || text.length() > 10) {
            return Outcome.wrong();
        }
        long seconds = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Outcome.wrong();
            }
            seconds = seconds * 10 + (text.charAt(i) - '0');
        }
        return seconds <= FOREVER ? Outcome.of(seconds) : Outcome.wrong();
    }
}
