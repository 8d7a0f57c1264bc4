package io.holdfast.config.lvs;

import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Value;

/// The name of a persistence engine, of which IPVS keeps 16 characters.
record EngineValue() implements Value<String> {
    private static final int LONGEST = 16; // IP_VS_PENAME_MAXLEN of linux/ip_vs.h

    @Override
    public String expects() {
        return "a name of at most 16 characters";
    }

    @Override
    public Outcome<String> read(String text) {
        return text.length() <= LONGEST ? Outcome.of(Shown.decoded(text))
                : Outcome.corrected(Shown.decoded(text.substring(0, LONGEST)),
                        "cut to " + Shown.text(text.substring(0, LONGEST)));
    }
}
