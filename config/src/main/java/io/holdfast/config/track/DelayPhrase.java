package io.holdfast.config.track;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.track.LinkDelay;
import java.time.Duration;
import java.util.Optional;

/// `INTERFACE DOWN [UP]`.
record DelayPhrase() implements Phrase<LinkDelay> {
    private static final Value<Duration> SECONDS = Values.seconds(0, 255_000_000);

    @Override
    public String expects() {
        return "an interface and one or two numbers of seconds";
    }

    @Override
    public Optional<LinkDelay> read(Clause clause) {
        Optional<String> name = clause.value(Values.INTERFACE);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!clause.hasNext()) {
            clause.missing(SECONDS.expects());
            return Optional.empty();
        }
        Optional<Duration> down = clause.value(SECONDS);
        Optional<Duration> up = clause.hasNext() ? clause.value(SECONDS, "0 is used instead") : Optional.empty();
        return down.isEmpty() ? Optional.empty()
                : Optional.of(new LinkDelay(name.get(), down.get(), up.orElse(Duration.ZERO)));
    }
}
