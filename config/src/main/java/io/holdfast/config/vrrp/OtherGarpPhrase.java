package io.holdfast.config.vrrp;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.vrrp.LinkSpec.OtherGarp;
import java.time.Duration;
import java.util.Optional;

/// `[all] SECONDS`.
record OtherGarpPhrase() implements Phrase<OtherGarp> {
    private static final Value<Duration> SECONDS = Values.wholeSeconds(0, 86_400);

    @Override
    public String expects() {
        return "perhaps the word all, and " + SECONDS.expects();
    }

    @Override
    public Optional<OtherGarp> read(Clause clause) {
        boolean all = clause.takes("all");
        if (!clause.hasNext()) {
            clause.missing(SECONDS.expects());
            return Optional.empty();
        }
        Optional<Duration> interval = clause.value(SECONDS);
        return interval.isEmpty() ? Optional.empty() : Optional.of(new OtherGarp(interval.get(), all));
    }
}
