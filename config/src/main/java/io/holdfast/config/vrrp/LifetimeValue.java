package io.holdfast.config.vrrp;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;

/// Seconds, or `forever`, which the kernel writes as the highest 32-bit number.
record LifetimeValue() implements Value<Long> {
    private static final long FOREVER = 4_294_967_295L; // INFINITY_LIFE_TIME, net/addrconf.h

    @Override
    public String expects() {
        return "a number of seconds from 0 to " + FOREVER + " or forever";
    }

    @Override
    public Outcome<Long> read(String text) {
        return text.equals("forever") ? Outcome.of(FOREVER) : Values.count(0, FOREVER).read(text);
    }
}
