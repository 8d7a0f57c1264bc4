package io.holdfast.config.route;

import io.holdfast.base.Prefix;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import java.util.Optional;

/// A prefix, or a word for all there are.
record DestinationValue() implements Value<Destination> {
    @Override
    public String expects() {
        return "a prefix like 192.0.2.0/24 or default";
    }

    @Override
    public Outcome<Destination> read(String text) {
        if (text.equals("default") || text.equals("any") || text.equals("all")) {
            return Outcome.of(new Destination(Optional.empty()));
        }
        Outcome<Prefix> prefix = Values.PREFIX.read(text);
        return prefix.value().isEmpty() ? Outcome.wrong()
                : Outcome.corrected(new Destination(prefix.value()), prefix.correction());
    }
}
