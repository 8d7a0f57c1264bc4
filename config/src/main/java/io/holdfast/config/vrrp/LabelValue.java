package io.holdfast.config.vrrp;

import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Value;

/// An address label, which the kernel stores like an interface name.
record LabelValue() implements Value<String> {
    private static final int IFNAMSIZ = 16; // linux/if.h, the terminating zero included

    @Override
    public String expects() {
        return "a label of at most 15 characters";
    }

    @Override
    public Outcome<String> read(String text) {
        return text.length() < IFNAMSIZ ? Outcome.of(Shown.decoded(text)) : Outcome.wrong();
    }
}
